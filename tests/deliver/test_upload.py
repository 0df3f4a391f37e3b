"""Uploads to a folder, to memory and to a bucket: whole, taken up again, and never a page without its files."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import fsspec
import pytest
from click.testing import CliRunner, Result

from builds import OFFICE, run
from deliver.s3_server import Bucket, bucket
from portfolio_gen.build import build
from portfolio_gen.cli import porch
from portfolio_gen.deliver.changes import is_page
from portfolio_gen.deliver.state import NAME
from portfolio_gen.deliver.store import Store, StoreError, without_password
from portfolio_gen.model.shard import Shard
from portfolio_gen.publish.lock import Lock
from portfolio_gen.upload import upload
from school import STUDENT, TODAY, minimal_school, write

REFERENCE = re.compile(r'(?:href|src)="([^"#?:]+)[#?]?[^"]*"')
STUDENT_FILE = f"students/{STUDENT}/student.yml"
LINK = "college/ada-park"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small school with real pages."""
    school = minimal_school(tmp_path_factory.mktemp("built") / "school")
    assert not build(school, on=TODAY, jobs=1).failed
    return school


@pytest.fixture
def school(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "school"))


@pytest.fixture(params=["file", "memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "file":
        yield f"file://{tmp_path}/www"
        return
    memory = fsspec.filesystem("memory")
    yield f"memory://{tmp_path.name}"
    memory.rm("/", recursive=True)


def there(url: str) -> dict[str, bytes]:
    """All that lies at an address, without what uploads remember."""
    system, root = fsspec.url_to_fs(url)
    found = system.find(root) if system.exists(root) else []
    return {
        name: system.cat_file(path)
        for path in found
        if (name := path[len(root) :].lstrip("/")) != NAME
    }


def here(school: Path, *editions: str) -> dict[str, bytes]:
    out = school / "site"
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for edition in editions
        for path in (out / edition).rglob("*")
        if path.is_file()
    }


def again(school: Path, change: Callable[[Path], None]) -> None:
    """Change a school and build it."""
    change(school)
    build(school, on=TODAY, jobs=1)


def command(*words: object) -> Result:
    return CliRunner().invoke(porch, ["upload", *map(str, words)])


# What arrives


def test_what_is_for_strangers_arrives_and_nothing_else(school: Path, url: str) -> None:
    done = upload(school / "site", url)

    assert there(url) == here(school, "college", "public") != {}
    assert done.held_back == ("self", "committee", "family")
    assert {one.partition("/")[0] for one in there(url)} <= {"college", "public"}


def test_a_private_edition_is_uploaded_when_it_is_named(school: Path, url: str) -> None:
    done = command(url, school, "--edition", "family")

    assert done.exit_code == 0
    assert there(url) == here(school, "family") != {}
    assert "Not for strangers: family. See to it that readers have to log in there." in done.stdout


def test_the_second_upload_sends_what_has_changed(school: Path, url: str) -> None:
    upload(school / "site", url)
    again(school, lambda root: edit(root, "drink", "think"))
    done = upload(school / "site", url).delivered.changes

    assert there(url) == here(school, "college", "public")
    assert f"{LINK}/index.html" in done.changed
    assert done.unchanged > len(done.changed) + len(done.new) > 0
    assert upload(school / "site", url).delivered.changes.sent == ()


def edit(root: Path, old: str, new: str) -> None:
    path = root / STUDENT_FILE
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def withdraw(root: Path) -> None:
    write(root, {"transcripts/consent.yml": "people: {}\n"})


def test_what_was_withdrawn_goes_and_what_is_not_ours_stays(school: Path, url: str) -> None:
    upload(school / "site", url)
    system, root = fsspec.url_to_fs(url)
    system.pipe_file(f"{root}/college/thesis.pdf", b"the only copy")
    system.pipe_file(f"{root}/index.html", b"the school's own page")
    again(school, withdraw)
    done = command(url, school)

    left = there(url)
    assert not any(path.startswith(LINK) for path in left)
    assert left.pop("college/thesis.pdf") == b"the only copy"
    assert left.pop("index.html") == b"the school's own page"
    assert left == here(school, "college", "public")
    assert "1 files there are not from here" in done.stdout


def test_one_edition_is_not_touched_by_another(school: Path, url: str) -> None:
    upload(school / "site", url, editions=["family"])
    upload(school / "site", url)
    again(school, withdraw)
    upload(school / "site", url)

    assert any(path.startswith("family/") for path in there(url))


# In which order


def test_no_page_is_there_before_what_it_shows(
    school: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    send, looked_at = Store.send, []

    def send_and_look(store: Store, source: Path, path: str, *, cache: str) -> None:
        send(store, source, path, cache=cache)
        if path.endswith(".html"):
            looked_at.append(path)
            missing = set(shown_by(source, path)) - there(url).keys()
            assert not missing, f"{path} shows what is not there"

    monkeypatch.setattr(Store, "send", send_and_look)
    upload(school / "site", url, editions=["family", "college"])
    again(school, lambda root: edit(root, "drink", "think"))
    upload(school / "site", url, editions=["family", "college"])

    assert len(looked_at) > 20


def shown_by(page: Path, path: str) -> list[str]:
    """The files, other than pages, that a page loads or leads to."""
    found = (
        normpath(join(dirname(path), one)) for one in REFERENCE.findall(page.read_text("utf-8"))
    )
    return [one for one in found if "." in one.rpartition("/")[2] and not is_page(one)]


@pytest.mark.parametrize("after", [0, 5, 30])
def test_an_upload_that_is_cut_off_goes_on(
    school: Path, url: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_after(after, monkeypatch)
    with pytest.raises(StoreError, match="the line is dead"):
        upload(school / "site", url)
    monkeypatch.undo()
    before = len(there(url))
    done = upload(school / "site", url).delivered.changes

    assert there(url) == here(school, "college", "public")
    assert done.unchanged == before == after


def test_what_a_cut_off_upload_has_left_is_removed_once_nobody_wants_it(
    school: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_after(30, monkeypatch)
    with pytest.raises(StoreError):
        upload(school / "site", url)
    monkeypatch.undo()
    again(school, withdraw)
    upload(school / "site", url)

    assert there(url) == here(school, "college", "public")


def fail_after(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    send, sent = Store.send, []

    def send_or_fail(store: Store, source: Path, path: str, *, cache: str) -> None:
        if len(sent) == number:
            raise StoreError("the line is dead")
        sent.append(path)
        send(store, source, path, cache=cache)

    monkeypatch.setattr(Store, "send", send_or_fail)


# Not trusted


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"format": 1, "seal": "x", "editions": {}}'])
def test_a_damaged_list_is_said_and_everything_is_sent_again(
    school: Path, url: str, damage: bytes
) -> None:
    upload(school / "site", url)
    system, root = fsspec.url_to_fs(url)
    system.pipe_file(f"{root}/{NAME}", damage)
    again(school, withdraw)
    done = command(url, school)

    assert done.exit_code == 1
    assert "The list of earlier uploads was damaged" in done.stdout
    assert "are not from here, and were left alone" in done.stdout
    assert there(url).items() >= here(school, "college", "public").items()


def test_a_file_that_was_changed_at_the_other_side_is_sent_again(school: Path, url: str) -> None:
    upload(school / "site", url)
    system, root = fsspec.url_to_fs(url)
    system.pipe_file(f"{root}/{LINK}/index.html", b"somebody was here")
    system.rm_file(f"{root}/college/assets/pages.css")
    upload(school / "site", url)

    assert there(url) == here(school, "college", "public")


def test_a_file_that_was_changed_here_is_not_sent(school: Path, url: str) -> None:
    (school / "site" / LINK / "index.html").write_text("somebody was here")
    done = command(url, school)

    assert done.exit_code == 2
    assert "is not what was built; build again with --force" in done.stderr
    assert f"{LINK}/index.html" not in there(url)


def test_the_list_holds_no_names(school: Path, url: str) -> None:
    upload(school / "site", url)
    system, root = fsspec.url_to_fs(url)
    text = system.cat_file(f"{root}/{NAME}").decode()

    assert STUDENT not in text
    assert "index" not in text


# What is said


def test_a_dry_run_says_what_would_be_done_and_does_nothing(school: Path, url: str) -> None:
    done = command(url, school, "--dry-run")
    told = json.loads(command(url, school, "--dry-run", "--format", "json").stdout)

    assert there(url) == {}
    assert f"college, public: {len(here(school, 'college', 'public'))} would be new" in done.stdout
    assert "Not uploaded, for not everybody may read it: self, committee, family." in done.stdout
    assert set(told["new"]) == set(here(school, "college", "public"))
    assert told["dry_run"]


def test_what_is_not_built_is_not_uploaded(school: Path, tmp_path: Path) -> None:
    shard = run(school, out=tmp_path / "shard", shard=Shard(1, 2)).out
    (school / "site" / OFFICE / "journal").write_text("")
    refused = [
        command(f"file://{tmp_path}/www", school, "--out", out)
        for out in (school, shard, school / "site")
    ]

    assert [one.exit_code for one in refused] == [2, 2, 2]
    assert "holds nothing that was built" in refused[0].stderr
    assert "join all shards with `merge` first" in refused[1].stderr
    assert "is being built, or its build was cut off" in refused[2].stderr
    assert not (tmp_path / "www").exists()


def test_nobody_builds_meanwhile(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portfolio_gen.upload.WAIT", 0.1)
    lock = Lock(school / "site" / OFFICE / "lock")
    assert lock.take(0)
    done = command(f"file://{tmp_path}/www", school)
    lock.release()

    assert done.exit_code == 2
    assert "another build is writing" in done.stderr


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("what://ever/", "what://ever/ cannot be opened: Protocol not known: what"),
        ("gs://bucket/www", "gs://bucket/www needs one more package"),
        ("file:///proc/no/www", "cannot write"),
    ],
)
def test_an_address_that_will_not_do_is_named(school: Path, address: str, words: str) -> None:
    done = command(address, school)

    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_missing_extra_is_named(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    done = command("memory://x", school)

    assert done.exit_code == 2
    assert 'pip install "portfolio-gen[remote]"' in done.stderr


def test_a_password_is_never_shown() -> None:
    assert without_password("sftp://ada:secret@host:22/www") == "sftp://ada@host:22/www"
    assert without_password("s3://bucket/www") == "s3://bucket/www"


# A bucket


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    with bucket() as found:
        monkeypatch.setenv("AWS_ENDPOINT_URL", found.address)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        fsspec.get_filesystem_class("s3").clear_instance_cache()
        yield found


def test_a_bucket_is_told_what_each_file_is_and_how_long_it_may_be_kept(
    school: Path, s3: Bucket
) -> None:
    done = command("s3://sites/school", school, "--edition", "college", "--edition", "family")
    assert (done.exit_code, done.stderr) == (0, "")
    objects = {
        path.removeprefix("sites/school/"): data
        for path, data in s3.objects.items()
        if not path.endswith(NAME)
    }
    of = {path.removeprefix("sites/school/"): one for path, one in s3.headers.items()}

    assert objects == here(school, "college", "family")
    page, style = of[f"{LINK}/index.html"], of["college/assets/pages.css"]
    assert (page["Content-Type"], page["Cache-Control"]) == ("text/html; charset=utf-8", "no-cache")
    assert (style["Content-Type"], style["Cache-Control"]) == (
        "text/css; charset=utf-8",
        "max-age=3600",
    )
    assert {one["Cache-Control"] for path, one in of.items() if path.startswith("family/")} == {
        "private, no-cache"
    }
    assert {one["Content-Type"] for path, one in of.items() if path.endswith(".webp")} == {
        "image/webp"
    }


def test_a_bucket_gets_only_what_changed_and_loses_what_was_withdrawn(
    school: Path, s3: Bucket
) -> None:
    command("s3://sites/school", school)
    s3.requests.clear()
    assert command("s3://sites/school", school).exit_code == 0
    assert s3.requests == []
    again(school, withdraw)
    assert command("s3://sites/school", school).exit_code == 0

    assert s3.requests[0] == f"PUT sites/school/{NAME}"
    assert s3.requests[1].startswith(f"DELETE sites/school/{LINK}/")
    assert not any(LINK in path for path in s3.objects)


def test_a_bucket_that_refuses_says_so(school: Path, s3: Bucket) -> None:
    s3.refuses = True
    done = command("s3://sites/school", school)

    assert done.exit_code == 2
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr
