"""Films and recordings: what is known of them before they are played, and what is said in them."""

from __future__ import annotations

import shutil
import struct
import subprocess
import wave
from pathlib import Path

import pytest
from PIL import Image

from portfolio_gen.model.work_views import MediaView
from portfolio_gen.render import ffmpeg
from portfolio_gen.render.aside import asked
from portfolio_gen.render.cabinet import Cabinet
from portfolio_gen.render.captions import as_captions, as_text, paragraphs
from portfolio_gen.render.players import clock
from portfolio_gen.render.showing import Showing
from portfolio_gen.render.staging import Staging
from portfolio_gen.render.words.voice import voice_of

needs_ffmpeg = pytest.mark.skipif(not ffmpeg.is_here(), reason="needs ffmpeg")
SAID = b"""WEBVTT

NOTE by Maya

1
00:00.500 --> 00:02.000 line:0
<v Maya>It is <b>colder</b> &amp; darker.

00:02.100 --> 00:03.000
Not at first.

00:03.100 --> 00:04.000
<v Theo>Why?

00:09.000 --> 01:00:10.000
<v Theo>After a
while.
"""
SUBRIP = (
    b"1\r\n00:00:00,500 --> 00:00:02,000\r\nThe first, the best.\r\n\r\n"
    b"2\r\n00:00:02,100 --> 00:00:03,000\r\nDone.\r\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Cabinet:
    return Cabinet(Staging(tmp_path / "site"), tmp_path / "cache", "en", about="ada-park")


def film(path: Path, *how: str) -> MediaView:
    seen = ["-f", "lavfi", "-i", "testsrc=duration=3:size=320x180:rate=10"]
    subprocess.run(["ffmpeg", "-v", "error", *seen, *how, path], check=True)
    return MediaView(source=path, alt="", title="How it moves")


def shown(shelf: Cabinet, media: MediaView) -> str:
    return Showing(voice_of("en"), "en", lambda _: "tint", shelf.publish).figure(media)


@needs_ffmpeg
@pytest.mark.parametrize("name", ["v.mp4", "v.webm", "v.mov"])
def test_a_film_has_its_length_its_shape_and_a_picture(
    shelf: Cabinet, tmp_path: Path, name: str
) -> None:
    media = film(tmp_path / name)

    made = shelf.publish(media)
    figure = shown(shelf, media)

    assert (round(made.seconds), made.width, made.height) == (3, 320, 180)
    with Image.open(tmp_path / "site" / made.still) as picture:
        assert picture.size == (320, 180)
    assert f'width="320" height="180" poster="{made.still}"' in figure
    assert f"0:03 · {name[2:].upper()} ·" in figure


@needs_ffmpeg
def test_a_film_taken_upright_is_upright(shelf: Cabinet, tmp_path: Path) -> None:
    upright, lying = (1, 0, 0, 0, 1, 0), (0, 1, 0, -1, 0, 0)
    data = film(tmp_path / "lying.mp4").source.read_bytes()
    head, track = data[: (at := data.index(b"tkhd"))], data[at:]
    turns = [struct.pack(">6i", *(one << 16 for one in turn)) for turn in (upright, lying)]
    assert turns[0] in track
    (tmp_path / "turned.mp4").write_bytes(head + track.replace(*turns, 1))

    made = shelf.publish(MediaView(source=tmp_path / "turned.mp4", alt="", title=""))

    assert (made.width, made.height) == (180, 320)
    with Image.open(tmp_path / "site" / made.still) as picture:
        assert picture.size == (180, 320)


@needs_ffmpeg
def test_the_students_own_picture_wins(shelf: Cabinet, tmp_path: Path) -> None:
    Image.new("RGB", (900, 500)).save(tmp_path / "own.png")
    own = MediaView(source=tmp_path / "own.png", alt="", title="")
    one = film(tmp_path / "v.mp4")
    media = MediaView(source=one.source, alt="", title="", poster=own)
    shelf.introduce([media, own], "students/ada-park/artifacts/film")

    figure = shown(shelf, media)

    assert shelf.publish(media).still == ""
    (wide,) = (one for one, width in shelf.publish(own).sources if width == 800)
    assert f'poster="{wide}"' in figure
    assert shelf.companions.belongs_to_another(own)


def test_without_ffmpeg_a_film_plays_and_it_is_said_once(
    shelf: Cabinet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ffmpeg, "is_here", lambda: False)
    for name in ("a.mp4", "b.mp4"):
        (tmp_path / name).write_bytes(b"\0\0\0\x18ftypisom\0\0\2\0isomiso2\0\0\0\x08moov")
        figure = shown(shelf, MediaView(source=tmp_path / name, alt="", title=""))
        assert "<video controls" in figure
        assert "poster" not in figure

    (one,) = shelf.diagnostics
    assert (one.code, str(one.span)) == ("PG565", "a.mp4:1:1")
    assert "not installed" in one.message


@needs_ffmpeg
def test_a_film_that_nothing_can_be_said_of_still_plays(shelf: Cabinet, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"\0\0\0\x18ftypisom\0\0\2\0isomiso2\0\0\0\x08moov")

    made = shelf.publish(MediaView(source=tmp_path / "a.mp4", alt="", title=""))

    assert (made.kind, made.seconds, made.still) == ("video", 0.0, "")
    assert shelf.diagnostics == []


@needs_ffmpeg
def test_a_film_cannot_name_other_files(tmp_path: Path) -> None:
    """A list of further addresses, called a film: ffmpeg is told what it is, and follows none."""
    (tmp_path / "secret.wav").write_bytes(b"RIFF")
    text = f"#EXTM3U\n#EXTINF:1,\nfile://{tmp_path}/secret.wav\n".encode()

    with pytest.raises(ffmpeg.CannotWatch):
        ffmpeg.watched(text, ".mp4")


def test_programs_that_are_missing_or_fail_say_nothing() -> None:
    assert asked(("no-such-program-here",)) is None
    assert asked(("false",)) is None
    if shutil.which("cat"):
        assert asked(("cat",), b"said") == b"said"


def test_captions_of_other_programs_become_ours() -> None:
    made = as_captions(SUBRIP).decode()

    assert made.startswith("WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.000\nThe first, the best.\n")
    assert as_captions(SAID) == SAID


def test_captions_can_be_read_as_a_text() -> None:
    assert as_text(SAID) == (
        "Maya: It is colder & darker. Not at first.",
        "Theo: Why?",
        "After a while.",
    )
    assert as_text(as_captions(SUBRIP)) == ("The first, the best. Done.",)
    assert as_text(b"WEBVTT\n\nnothing") == as_text(b"") == ()


def test_what_is_written_out_stands_in_its_paragraphs() -> None:
    assert paragraphs(b"One\nline.\r\n\r\n\r\nAnother.") == ("One line.", "Another.")


@pytest.mark.parametrize("name", ["talk.txt", "talk.vtt", "talk.srt"])
def test_what_is_said_stands_under_the_recording(shelf: Cabinet, tmp_path: Path, name: str) -> None:
    texts = {"talk.txt": b"It was <cold>.", "talk.vtt": SAID, "talk.srt": SUBRIP}
    (tmp_path / name).write_bytes(texts[name])
    with wave.open(str(tmp_path / "talk.wav"), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", "not compressed"))
        sound.writeframes(bytes(8000))
    talk, words = (MediaView(source=tmp_path / one, alt="", title="") for one in ("talk.wav", name))
    shelf.introduce([talk, words], "students/ada-park/artifacts/talk")

    figure = shown(shelf, talk)

    assert shelf.companions.belongs_to_another(words)
    assert '<details class="transcript"><summary>Transcript</summary><p>' in figure
    assert ("<track" in figure) == (name != "talk.txt")
    assert "<cold>" not in figure


def test_a_text_beside_a_picture_is_a_text(shelf: Cabinet, tmp_path: Path) -> None:
    one, other = (
        MediaView(source=tmp_path / name, alt="", title="") for name in ("a.jpg", "a.txt")
    )
    shelf.introduce([one, other], "students/ada-park/artifacts/a")

    assert not shelf.companions.belongs_to_another(other)


def test_lengths_are_written_as_players_do() -> None:
    assert [clock(one) for one in (0.2, 59.6, 125, 3725)] == ["0:01", "1:00", "2:05", "1:02:05"]
