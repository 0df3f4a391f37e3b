"""How late a sundial is in Harbor Town, in minutes, for each day of a year."""
import csv
from datetime import date, time
from math import cos, pi, sin

WEST = 6.0                 # degrees between us and the line on the map that our clocks belong to
MINUTES_PER_DEGREE = 4     # the sun needs 24 hours for 360 degrees
SUMMER_TIME = (date(2024, 3, 10), date(2024, 11, 3))


def summer_time(day):
    """Sixty minutes while the clocks pretend."""
    return 60 if SUMMER_TIME[0] <= day < SUMMER_TIME[1] else 0


def sun_is_fast(day):
    """Minutes that the sun is ahead of an even clock: one wave for the tilt of the earth, one for its orbit."""
    turn = 2 * pi * (day.timetuple().tm_yday - 81) / 364
    return 9.87 * sin(2 * turn) - 7.53 * cos(turn) - 1.5 * sin(turn)


def late(day, parts=3):
    """Minutes to add to the dial: 1 for summer time, 2 with our place on the map, 3 with the sun's own habits."""
    steps = (summer_time(day), WEST * MINUTES_PER_DEGREE, -sun_is_fast(day))
    return sum(steps[:parts])


if __name__ == "__main__":
    with open("noon-shadows.csv", newline="") as file:
        seen = [(date.fromisoformat(row["date"]), time.fromisoformat(row["shortest_shadow"])) for row in csv.DictReader(file)]
    print(f"{len(seen)} noons watched")
    for parts, name in enumerate(("as it is", "with summer time", "and our place on the map", "and the sun's own habits")):
        misses = [abs(clock.hour * 60 + clock.minute - 720 - late(day, parts)) for day, clock in seen]
        print(f"{name:26} {sum(misses) / len(misses):4.0f} minutes off, at worst {max(misses):.0f}")
