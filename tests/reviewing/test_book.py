"""The scenario book: every story says what it must, and the library concludes it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from spinecare.model import ExerciseId
from spinecare.reviewing import Review, Verdict, review
from tests.reviewing.book import Expectation, Story, read_story, stories

STORIES = stories()
_DAY = r"[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}"
_VERDICT = re.compile(
    r"(?P<exercises>[a-z0-9, -]+): (?P<standing>untried|on-trial|suits|rest|leave-out)"
    rf"( until (?P<until>{_DAY}))?(, looks again (?P<again>{_DAY}))?"
    r", (?P<action>[a-z-]+)(, level (?P<level>-?\d+))?(, because (?P<why>.+))?"
)
_CONTRADICTION = re.compile(
    r"(?P<exercise>\S+) (?P<field>\S+) (?P<values>.+); counted (?P<counted>.+)"
)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_library_concludes_what_the_story_says(story: Story) -> None:
    """Each line of each story."""
    for expected in story.expectations:
        found = review(story.journal, on=expected.on, policy=story.policy)

        check = {
            "Verdict": _check_verdicts,
            "Week": _check_week,
            "Alarm": _check_alarms,
            "Questions": _check_questions,
            "Contradiction": _check_contradiction,
            "Next week": _check_next_week,
        }[expected.kind]
        check(story, expected, found)


def test_there_are_forty_stories_of_more_than_a_week_each_about_something_else() -> None:
    """The promise of the book."""
    titles = [story.title for story in STORIES]

    assert len(STORIES) >= 40
    assert len(set(titles)) == len(titles)
    for story in STORIES:
        days = [expected.on for expected in story.expectations]
        assert (max(days) - story.journal.entries[0].date).days > 7, story.name


def test_every_kind_of_verdict_comes_up_in_the_book() -> None:
    """A reader sees each standing and each action at work."""
    lines = [
        _VERDICT.fullmatch(expected.text)
        for story in STORIES
        for expected in story.expectations
        if expected.kind == "Verdict"
    ]

    standings = {line["standing"] for line in lines if line}
    actions = {line["action"] for line in lines if line}
    assert standings == {"untried", "on-trial", "suits", "rest", "leave-out"}
    assert actions == {"leave-out", "skip", "regress", "repeat", "keep", "progress"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Somebody did something", "no table, no 'word: text'"),
        ("Author: me", "unknown, or there twice"),
        ("Verdict on Tue 23 Nov: bar-hang: suits, keep", "is a Monday, not Tue"),
        ("Verdict on 23.11.: bar-hang: suits, keep", "no day like"),
        ("- bar-hang: as before", "a list without"),
        ("| Mon 23 Nov | bar-hang | done | 0 | 0 | 0 | 0 | 0 | |", "9 cells, not 10"),
        ("| Mon 23 Nov | bar-hang | done | 0 | 0 | 0 | 0 | 0 | odd | |", "unknown signs"),
        (
            "| Mon 23 Nov | bar-hang | well | 0 | 0 | 0 | 0 | 0 | | |",
            "'well' is not a valid Outcome",
        ),
        ("Next week on Mon 23 Nov:\n- bar-hang: twice as much", "no wish"),
    ],
)
def test_a_line_that_is_not_understood_is_refused(line: str, told: str, tmp_path: Path) -> None:
    """Nothing in a story is skipped silently."""
    path = tmp_path / "story.txt"
    path.write_text(f"Story: s\nPerson: p\nPolicy: strict\nYear: 2026\n{line}\n", "utf-8")

    with pytest.raises(ValueError, match=re.escape(told)):
        read_story(path)


def test_a_story_without_its_head_is_refused(tmp_path: Path) -> None:
    """Nobody knows whose it is."""
    path = tmp_path / "story.txt"
    path.write_text("Story: s\n", "utf-8")

    with pytest.raises(ValueError, match="the head needs"):
        read_story(path)


def _place(story: Story, expected: Expectation) -> str:
    return f"{story.name}.txt:{expected.line}"


def _check_verdicts(story: Story, expected: Expectation, found: Review) -> None:
    place = _place(story, expected)
    line = _VERDICT.fullmatch(expected.text)
    assert line is not None, f"{place}: no verdict: {expected.text}"
    verdicts = {verdict.exercise: verdict for verdict in found.verdicts}
    again = line["until"] or line["again"]
    for exercise in line["exercises"].split(","):
        verdict = verdicts[ExerciseId(exercise.strip())]
        wanted = (
            line["standing"],
            line["action"],
            story.day(again) if again else None,
            verdict.level if line["level"] is None else int(line["level"]),
        )

        assert (*_said(verdict), verdict.level) == wanted, f"{place}: {_why(verdict)}"
        assert (line["why"] or "").lower() in _why(verdict).lower(), f"{place}: {_why(verdict)}"


def _said(verdict: Verdict) -> tuple[str, str, date | None]:
    return verdict.standing.value, verdict.action.value, verdict.looks_again


def _why(verdict: Verdict) -> str:
    return "; ".join(ruling.reason for ruling in verdict.evidence)


def _check_week(story: Story, expected: Expectation, found: Review) -> None:
    course, _, why = expected.text.partition(", because ")
    reasons = "; ".join(week.reason for week in found.weeks)

    assert found.course.value == course, f"{_place(story, expected)}: {reasons}"
    assert why in reasons, f"{_place(story, expected)}: {reasons}"


def _check_alarms(story: Story, expected: Expectation, found: Review) -> None:
    told = [f"{alarm.symptom.value} {alarm.urgency.value}" for alarm in found.alarms]

    assert (", ".join(told) or "none") == expected.text, _place(story, expected)


def _check_questions(story: Story, expected: Expectation, found: Review) -> None:
    wanted = [] if expected.text == "none" else [story.day(one) for one in expected.text.split(",")]

    assert [question.morning for question in found.questions] == wanted, _place(story, expected)


def _check_contradiction(story: Story, expected: Expectation, found: Review) -> None:
    place = _place(story, expected)
    if expected.text == "none":
        assert found.contradictions == (), place
        return
    line = _CONTRADICTION.fullmatch(expected.text)
    assert line is not None, f"{place}: no contradiction: {expected.text}"
    told = [
        (one.exercise or "(session)", one.field, ", ".join(one.values), one.counted)
        for one in found.contradictions
    ]
    assert (line["exercise"], line["field"], line["values"], line["counted"]) in told, place


def _check_next_week(story: Story, expected: Expectation, found: Review) -> None:
    """The plan is the planner's to check; the verdicts must at least allow it."""
    verdicts = {verdict.exercise: verdict for verdict in found.verdicts}
    wishes = dict(story.next_weeks).get(expected.on)
    assert wishes, f"{_place(story, expected)}: nothing is said of it"
    for exercise, wish in wishes:
        verdict = verdicts[exercise]
        allowed = {
            "as before": {"keep", "repeat", "progress"},
            "a step more": {"progress"},
            "a step less": {"regress"},
            "left out": {"leave-out"},
        }.get(wish)
        if wish.startswith("rests until "):
            wanted = story.day(wish.removeprefix("rests until "))
            assert (verdict.standing.value, verdict.looks_again) == ("rest", wanted), exercise
        elif allowed is not None:
            assert verdict.action.value in allowed, f"{_place(story, expected)}: {exercise}"
        elif wish == "relief only":
            assert found.course.value == "end", _place(story, expected)
        else:
            assert found.alarms, _place(story, expected)
