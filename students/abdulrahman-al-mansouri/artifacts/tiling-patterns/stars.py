"""يرسم زخرفةً من نجومٍ بثمانية رؤوسٍ وصلبان."""

from math import cos, pi, sin

SIZE = 60      # نصف المسافة بين نجمتين
OUTER = 1.0    # رأس النجمة
INNER = 0.765  # cos(45°) / cos(22.5°): حيث يلتقي ضلعا مربّعين متعامدين


def star(x, y):
    """نقاط نجمةٍ واحدةٍ حول المركز."""
    points = []
    for k in range(16):
        radius = SIZE * (OUTER if k % 2 == 0 else INNER)
        angle = k * pi / 8
        points.append((x + radius * cos(angle), y + radius * sin(angle)))
    return points


def polygon(points, color):
    spots = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{spots}" fill="{color}"/>'


def pattern(columns, rows):
    """النجوم؛ أمّا الصلبان فهي ما يبقى بينها."""
    return [
        polygon(star((2 * column + 1) * SIZE, (2 * row + 1) * SIZE), "#1f5f8b")
        for row in range(rows)
        for column in range(columns)
    ]


def fits(sides):
    """هل تملأ المضلّعاتُ المنتظمة الدورةَ حول نقطة؟"""
    return 360 * sides % (180 * (sides - 2)) == 0


if __name__ == "__main__":
    print([sides for sides in range(3, 100) if fits(sides)])   # [3, 4, 6]
