"""Moves a joint from one angle to another without frightening the cup."""

from time import sleep

STEPS = 60
REST = 0.5   # seconds of doing nothing before the fingers close


def ease(start, end, t):
    """0 at rest, 1 at rest, fast only in the middle."""
    s = t * t * (3 - 2 * t)
    return start + (end - start) * s


def move(joint, start, end, seconds=1.5):
    for step in range(STEPS + 1):
        joint.turn_to(ease(start, end, step / STEPS))
        sleep(seconds / STEPS)


def pick_up(arm):
    move(arm.shoulder, 20, 75)
    move(arm.elbow, 90, 40)
    sleep(REST)          # this line is worth six cups
    move(arm.fingers, 0, 32, seconds=0.8)
    move(arm.shoulder, 75, 50)
