"""Which file is looked through by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from portfolio_gen.model.tell import tell
from portfolio_gen.render.limits import MEMORY, SECONDS, OutOfTime, at_most
from portfolio_gen.render.scrub.values import CannotScrub, Scrubbed

RECIPE = "4"
"""Changes when the same file would come out with other bytes."""


def can_scrub(extension: str) -> bool:
    """Whether metadata in files of this extension (with its dot) is known and can be taken out."""
    return extension in _scrubbers()


def scrub(data: bytes, extension: str) -> Scrubbed:
    """A file without metadata.

    Args:
        data: content of the file.
        extension: what kind of file it is, with the dot; see `can_scrub`.

    Raises:
        CannotScrub: it is damaged, encrypted, or takes too long or too much memory.
    """
    try:
        with at_most(SECONDS, memory=MEMORY - len(data)):
            return _scrubbers()[extension](data)
    except CannotScrub:
        raise
    except OutOfTime:
        raise CannotScrub(
            tell("it takes more than %(seconds)s seconds to look through", seconds=f"{SECONDS:g}")
        ) from None
    except MemoryError:
        raise CannotScrub(tell("it does not fit into memory when it is opened")) from None
    except Exception as error:  # parsers of untrusted files fail in every way there is
        raise CannotScrub(tell("it is damaged")) from error


@lru_cache(maxsize=1)
def _scrubbers() -> Mapping[str, Callable[[bytes], Scrubbed]]:
    from portfolio_gen.render import captions, readings
    from portfolio_gen.render.scrub import audio, matroska, mp4, notebook, office, ogg

    plain: dict[str, Callable[[bytes], bytes]] = {
        ".mp3": audio.scrub_mp3,
        ".wav": audio.scrub_wav,
        ".flac": audio.scrub_flac,
        **dict.fromkeys((".ogg", ".ogv"), ogg.scrub_ogg),
        **dict.fromkeys((".mp4", ".m4a", ".mov"), mp4.scrub_mp4),
        ".webm": matroska.scrub_matroska,
        ".csv": readings.without_formulas,
        ".vtt": lambda data: readings.without_notes(captions.as_captions(data)),
        ".ipynb": notebook.scrub_notebook,
        **dict.fromkeys((".docx", ".pptx", ".xlsx"), office.scrub_office),
        **dict.fromkeys((".odt", ".odp", ".ods"), office.scrub_open_document),
    }
    return {
        ".pdf": _scrub_pdf,
        ".svg.txt": _scrub_svg,
        **{ending: _wrapped(one) for ending, one in plain.items()},
    }


def _scrub_pdf(data: bytes) -> Scrubbed:
    from portfolio_gen.render.scrub.pdf import scrub_pdf  # takes a while to load

    return scrub_pdf(data)


def _scrub_svg(data: bytes) -> Scrubbed:
    from portfolio_gen.render.scrub.svg import scrub_svg

    return scrub_svg(data)


def _wrapped(one: Callable[[bytes], bytes]) -> Callable[[bytes], Scrubbed]:
    return lambda data: Scrubbed(one(data))
