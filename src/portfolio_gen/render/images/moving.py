"""Pictures that move: whether they may, and the same movement in another size."""

from __future__ import annotations

import io

from PIL import Image

from portfolio_gen.render.derived import Size
from portfolio_gen.render.images.pixels import rebuilt, smaller

MOST_PIXELS_MOVING = 150_000_000
"""All frames of a moving picture together; beyond that it stands still."""
MOST_PIXELS_MOVED = 40_000_000
"""The same for what is made of them: encoding takes up to a fifth of a second for a million."""
MOST_PIXELS_A_FRAME = 8_000_000
"""Of a moving picture, for several frames are held at a time."""
_MOVING_WIDTH = 800


def moves(image: Image.Image) -> bool:
    """Whether to keep the movement; further pictures in a TIFF, HEIF or MPO are pages, thumbnails and depth maps."""
    if image.format not in ("GIF", "WEBP", "PNG", "AVIF"):
        return False
    frames, pixels = int(getattr(image, "n_frames", 1)), image.width * image.height
    width, height = _moving_size(image)
    return (
        frames > 1
        and pixels <= MOST_PIXELS_A_FRAME
        and frames * pixels <= MOST_PIXELS_MOVING
        and frames * width * height <= MOST_PIXELS_MOVED
    )


def _moving_size(image: Image.Image) -> tuple[int, int]:
    scale = min(1.0, _MOVING_WIDTH / image.width)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


class _Reel(Image.Image):
    """The frames of a moving picture in another size, one at a time, as an encoder asks for them."""

    def __init__(self, film: Image.Image, size: tuple[int, int]) -> None:
        super().__init__()
        self.film, self.n_frames = film, int(getattr(film, "n_frames", 1))
        self._mode, self._size = "RGBA", size
        self.durations: list[int] = []
        self.seek(0)

    def seek(self, frame: int) -> None:
        if frame < len(self.durations):
            return  # the encoder begins with the first, and goes back to it in the end
        self.film.seek(frame)
        drawn = rebuilt(smaller(self.film.convert("RGBA"), self.size))
        self.im = drawn.im
        self.durations.append(max(20, int(self.film.info.get("duration") or 100)))


def in_motion(image: Image.Image) -> Size:
    """All frames of a picture that moves, in one size, as an animated WebP."""
    size, out = _moving_size(image), io.BytesIO()
    reel = _Reel(image, size)
    reel.save(
        out,
        "WEBP",
        save_all=True,
        duration=reel.durations,
        loop=int(image.info.get("loop", 1)),
        quality=70,
        method=3,
    )
    return Size(*size, out.getvalue())
