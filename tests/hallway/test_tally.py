"""What a build counts while it runs."""

from __future__ import annotations

from portfolio_gen.hallway.tally import MOST, Tally
from portfolio_gen.report import Step, Timing


def test_students_count_when_all_their_sites_are_done_with() -> None:
    tally = Tally(["ada", "ben", "ada"])
    tally.begin("sites", 3)
    tally.published(["index.html", "a/index.html", "media/1f-400.webp", "media/1f-800.webp"])
    first = tally.settled("self/ada", "ada")
    tally.published(["index.html", "media/1f-400.webp", "media/1f-moving.webp", "hues.css"])
    steps = [tally.settled("self/ben", "ben"), tally.settled("family/ada", "ada")]

    assert first == Step("sites", 1, 3, "self/ada", 0, 2, pages=2, pictures=1)
    assert [(one.done, one.students) for one in steps] == [(2, 1), (3, 2)]
    assert (steps[-1].pages, steps[-1].pictures) == (3, 2)


def test_other_stages_count_their_own_parts() -> None:
    tally = Tally(["ada"])
    tally.begin("assets", 2)
    tally.settled("self/assets", "")
    tally.begin("index", 1)

    assert tally.settled("self", "") == Step("index", 1, 1, "self", 0, 1)


def test_the_slowest_are_remembered_in_order() -> None:
    tally = Tally([])
    tally.worked("self/assets", 100, {})
    tally.begin("sites", 3 * MOST)
    for number in range(3 * MOST):
        parts = {"index.html": number / 10, "hues.css": 9.0, "students/ada/moon.jpg": 1.0}
        tally.worked(f"self/{number:02}", number, parts)
    effort = tally.effort

    assert effort.seconds == 100 + sum(range(3 * MOST))
    assert [one.seconds for one in effort.sites] == list(range(3 * MOST - 1, 2 * MOST - 1, -1))
    assert effort.pages[0] == Timing("self/29/index.html", 2.9)
    assert effort.originals == (Timing("students/ada/moon.jpg", 1.0),)


def test_an_original_took_what_making_it_took_and_not_what_finding_it_again_did() -> None:
    tally = Tally([])
    tally.worked("self/ada", 3, {"students/ada/moon.jpg": 2.5})
    tally.worked("family/ada", 1, {"students/ada/moon.jpg": 0.01})

    assert tally.effort.originals == (Timing("students/ada/moon.jpg", 2.5),)
