"""What became of a file: the values that templates and stories are given."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from portfolio_gen.model.value import dataclass
from portfolio_gen.render.addresses import relative
from portfolio_gen.render.kinds import Kind
from portfolio_gen.render.notebook import CellKind


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of a notebook, or one thing that it has shown."""

    kind: CellKind
    html: str = ""
    """Clean, and not yet fitted into its page (`words`, `table`); coloured or escaped (`code`, `said`)."""
    picture: Published | None = None

    def seen_from(self, here: str) -> Shown:
        """The same as a page at `here` must write it."""
        return replace(self, picture=self.picture and self.picture.seen_from(here))


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published file; addresses are relative to the site, or to a page after `seen_from`."""

    kind: Kind
    address: str = ""
    """Empty when the file is broken."""
    type: str = ""
    """Media type."""
    extension: str = ""
    """Of the original, without its dot."""
    bytes: int = 0
    size: str = ""
    """The same in words, such as `1.2 MB`."""
    pages: int = 0
    """Of a PDF; 0 when not known."""
    width: int = 0
    height: int = 0
    sources: tuple[tuple[str, int], ...] = ()
    """Addresses and widths of a picture, or of a PDF's first page, smallest first."""
    moving: str = ""
    """Address of the picture with its movement, if it has any; `sources` stand still."""
    full: str = ""
    """Address of a picture in its full size, where the student offers it."""
    full_size: str = ""
    """How much that is, in words."""
    tint: str = ""
    """Tiny version of a picture, as a data address."""
    captions: str = ""
    """Address of a video's or recording's captions."""
    transcript: tuple[str, ...] = ()
    """What is said in a recording, in paragraphs."""
    seconds: float = 0.0
    """How long a recording is; 0 when not known."""
    still: str = ""
    """Address of a picture from a film."""
    leaves: tuple[str, ...] = ()
    """Addresses of pictures of a PDF's first pages; `sources` are of the first one."""
    cells: tuple[Shown, ...] = ()
    """What a notebook shows."""
    rows: tuple[tuple[str, ...], ...] = ()
    """First rows of data."""
    more: int = 0
    """How many further rows the data has."""
    code: Markup = Markup("")
    """Highlighted text of a program, or the text of a text."""

    def seen_from(self, here: str) -> Published:
        """The same with addresses as a page at `here` must write them."""
        return replace(
            self,
            address=self.address and relative(here, self.address),
            sources=tuple((relative(here, one), width) for one, width in self.sources),
            moving=self.moving and relative(here, self.moving),
            captions=self.captions and relative(here, self.captions),
            full=self.full and relative(here, self.full),
            still=self.still and relative(here, self.still),
            cells=tuple(one.seen_from(here) for one in self.cells),
            leaves=tuple(relative(here, one) for one in self.leaves),
        )


BROKEN = Published(kind="broken")
