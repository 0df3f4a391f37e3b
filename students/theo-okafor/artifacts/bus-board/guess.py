"""Minutes when sure, a place when not, and Marit when there is nothing to say."""

LANDMARKS = {(3, 1): "the mill", (5, 2): "the market", (7, 2): "the ferry ramp", (1, 0): "the hill"}
SURE = 2          # minutes by which two guesses may differ
SILENT = 300      # seconds without a position


def minutes(position, stop, speed):
    """Minutes from a position to the stop at a speed in blocks per minute."""
    return (abs(position[0] - stop[0]) + abs(position[1] - stop[1])) / speed


def nearest_landmark(position):
    def far(place):
        return abs(place[0] - position[0]) + abs(place[1] - position[1])

    return LANDMARKS[min(LANDMARKS, key=far)]


def sign_text(last_two, stop, speeds, age):
    """What the sign should say about a bus."""
    if age > SILENT:
        return "Ask Marit"
    guesses = [minutes(last_two[-1], stop, speed) for speed in speeds]
    if max(guesses) - min(guesses) < SURE:
        return f"{max(0, round(sum(guesses) / len(guesses)))} min"   # never minus four again
    return f"somewhere near {nearest_landmark(last_two[-1])}"
