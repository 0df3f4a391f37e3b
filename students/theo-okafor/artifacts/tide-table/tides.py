"""High and low water at the harbor wall, from four waves. Second version: the first one had one."""

from math import cos, pi

# period in hours, size in meters, how late it is on 1 December 2024 at 00:00
WAVES = [
    ("M2, the moon", 12.4206, 1.05, 1.91),
    ("S2, the sun", 12.0000, 0.24, 0.79),
    ("N2, the moon is not always equally far", 12.6583, 0.10, 0.09),
    ("K1, moon and sun off the equator", 23.9345, 0.06, 0.98),
]
MEAN = 2.05


def height(hour):
    """Meters above the zero of the gauge, `hour` hours after the start."""
    return MEAN + sum(size * cos(2 * pi * hour / period - late) for _, period, size, late in WAVES)


def turns(first, last, step=0.1):
    """Yield the hours at which the water stops rising or falling."""
    hour = first
    while hour < last:
        before, here, after = height(hour - step), height(hour), height(hour + step)
        if before < here > after:
            yield hour, "high"
        if before > here < after:
            yield hour, "low"
        hour += step


if __name__ == "__main__":
    for hour, which in turns(11 * 24, 13 * 24):
        print(f"{hour:7.1f} h  {which:4}  {height(hour):.2f} m")
