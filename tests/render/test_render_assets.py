"""What all sites of an edition share: style sheets in parts, and what a school's theme makes of them."""

from __future__ import annotations

from pathlib import Path

from portfolio_gen.render import Workshop, render_assets


def test_a_folder_of_parts_is_one_sheet_and_a_theme_replaces_a_part_or_the_whole(
    tmp_path: Path,
) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for theme, name, text in (
        (ours, "common.css/2-later.css", "b{}\n"),
        (ours, "common.css/1-first.css", "a{}\n"),
        (ours, "whole.css/1-first.css", "c{}\n"),
        (theirs, "common.css/1-first.css", "a{color:red}\n"),
        (theirs, "whole.css", "d{}\n"),
    ):
        path = theme / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    work = Workshop(
        edition="family", themes=(theirs, ours), cache=tmp_path / "cache", languages=("en",)
    )

    made = render_assets(work, tmp_path / "assets")

    assert (tmp_path / "assets" / "common.css").read_text("utf-8") == "a{color:red}\nb{}\n"
    assert (tmp_path / "assets" / "whole.css").read_text("utf-8") == "d{}\n"
    assert {one for one in made.files if one.startswith(("common", "whole"))} == {
        "common.css",
        "whole.css",
    }
