"""The scenario book: every story says what it must, and the library concludes it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from spinecare import load_catalogue
from spinecare.model import ExerciseId
from spinecare.reviewing import Known, Review, Verdict, relief_of, reviewed
from tests.reviewing.book import BOOK, VERDICT, Expectation, Story, read_story, stories

STORIES = stories()
RELIEF = relief_of(load_catalogue())
_CONTRADICTION = re.compile(
    r"(?P<exercise>\S+) (?P<field>\S+) (?P<values>.+); counted (?P<counted>.+)"
)
_CONCERN = re.compile(r"(?P<rule>pain-r\d) (?P<words>.+)")
_NAMED = re.compile(r"\| `(?P<id>[a-z0-9-]+)` \| (?P<name>[^|]+) \|")


def reviewed_on(story: Story, day: date) -> Review:
    """Return what a story's journal says on a day, to who knows the relief positions."""
    return reviewed(story.journal, on=day, policy=story.policy, beside=Known(relief=RELIEF))[0]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_library_concludes_what_the_story_says(story: Story) -> None:
    """Each line of each story."""
    for expected in story.expectations:
        check = {
            "Alarm": _check_alarms,
            "Change": _check_change,
            "Concern": _check_concern,
            "Contradiction": _check_contradiction,
            "Next week": _check_next_week,
            "Questions": _check_questions,
            "Verdict": _check_verdicts,
            "Week": _check_week,
        }[expected.kind]
        check(story, expected, reviewed_on(story, expected.on))


def test_every_concern_of_a_day_has_its_line() -> None:
    """A story that names one concern of a day names them all."""
    for story in STORIES:
        lines = [one for one in story.expectations if one.kind == "Concern"]
        for day in {one.on for one in lines}:
            told = Counter(one.text.partition(" ")[0] for one in lines if one.on == day)
            found = Counter(str(one.rule) for one in reviewed_on(story, day).concerns)

            assert told == (found or Counter(["none"])), f"{story.name} on {day}"


def test_there_are_sixty_stories_of_more_than_a_week_each_about_something_else() -> None:
    """The promise of the book."""
    titles = [story.title for story in STORIES]

    assert len(STORIES) >= 60
    assert len(set(titles)) == len(titles)
    for story in STORIES:
        days = [expected.on for expected in story.expectations]
        assert (max(days) - story.journal.entries[0].date).days > 7, story.name


def test_every_kind_of_verdict_comes_up_in_the_book() -> None:
    """A reader sees each standing and each action at work."""
    lines = [
        VERDICT.fullmatch(expected.text)
        for story in STORIES
        for expected in story.expectations
        if expected.kind == "Verdict"
    ]

    standings = {line["standing"] for line in lines if line}
    actions = {line["action"] for line in lines if line}
    assert standings == {"untried", "on-trial", "suits", "rest", "leave-out"}
    assert actions == {"leave-out", "skip", "regress", "repeat", "keep", "progress"}


def test_the_same_morning_is_told_alike_after_two_sessions() -> None:
    """The second morning of one day is the next of the day after: no story tells of it twice."""
    for story in STORIES:
        mornings: dict[tuple[object, date], dict[date, float]] = {}
        for entry in story.journal.entries:
            told = {1: entry.pain.next_morning, 2: entry.pain.second_morning}
            for days, pain in told.items():
                if pain is not None:
                    own = mornings.setdefault((entry.exercise, entry.date + timedelta(days)), {})
                    own[entry.date] = max(pain, own.get(entry.date, 0))

        assert [at for at, own in mornings.items() if len(set(own.values())) > 1] == [], story.name


def test_the_list_of_names_holds_what_the_book_tells_of() -> None:
    """A reader finds every exercise of the book by its name, and no other."""
    catalogue = load_catalogue()
    wished = {id for story in STORIES for _, wishes in story.next_weeks for id, _ in wishes}
    noted = {one.exercise for story in STORIES for one in story.journal.entries}
    used = (noted | wished) - {None}
    readme = (BOOK / "README.md").read_text("utf-8")

    named = {found["id"]: found["name"] for found in _NAMED.finditer(readme)}

    assert named == {id: catalogue.entry(id).name for id in sorted(filter(None, used))}


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
        (
            "Next week on Mon 23 Nov:\n- bar-hang: gentler\nNext week on Mon 23 Nov:",
            "a next week on Mon 23 Nov is there already",
        ),
        (
            "| Mon 23 Nov | hang | done | 0 | 0 | 0 | 0 | 0 | | |",
            "no exercise of the catalogue: hang",
        ),
        (
            "Verdict on Mon 23 Nov: bar-hang, hang: suits, keep",
            "no exercise of the catalogue: hang",
        ),
        ("Verdict on Mon 23 Nov: bar-hang: well, keep", "no verdict"),
        ("Next week on Mon 23 Nov:\n- hang: as before", "no exercise of the catalogue: hang"),
        ("Change on Mon 23 Nov: bar-hang less", "no change"),
        ("Change on Mon 23 Nov: hang less, because so", "no exercise of the catalogue: hang"),
        ("Conditions: hernia", "no condition of the catalogue: hernia"),
        ("Cleared: Mon 24 Nov", "is a Tuesday, not Mon"),
    ],
)
def test_a_line_that_is_not_understood_is_refused(line: str, told: str, tmp_path: Path) -> None:
    """Nothing in a story is skipped silently."""
    path = tmp_path / "story.txt"
    path.write_text(f"Story: s\nPerson: p\nPolicy: strict\nYear: 2026\n{line}\n", "utf-8")

    with pytest.raises(ValueError, match=re.escape(told)):
        read_story(path)


@pytest.mark.parametrize(("year", "told"), [("26", "no year"), ("2026/28", "follows the first")])
def test_a_year_that_is_none_is_refused(year: str, told: str, tmp_path: Path) -> None:
    """One, or two that follow each other."""
    path = tmp_path / "story.txt"
    path.write_text(f"Story: s\nPerson: p\nPolicy: strict\nYear: {year}\n", "utf-8")

    with pytest.raises(ValueError, match=told):
        read_story(path)


def test_of_two_years_the_weekday_tells_which_it_is(tmp_path: Path) -> None:
    """The same day of two years that follow each other is never the same weekday."""
    path = tmp_path / "story.txt"
    path.write_text("Story: s\nPerson: p\nPolicy: strict\nYear: 2026/27\n", "utf-8")

    story = read_story(path)

    assert story.day("Mon 23 Nov") == date(2026, 11, 23)
    assert story.day("Tue 23 Nov") == date(2027, 11, 23)


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
    line = VERDICT.fullmatch(expected.text)
    assert line is not None
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


def _check_concern(story: Story, expected: Expectation, found: Review) -> None:
    place = _place(story, expected)
    told = [f"{one.rule}: {one.reason}; {one.what_to_do}" for one in found.concerns]
    if expected.text == "none":
        assert told == [], place
        return
    line = _CONCERN.fullmatch(expected.text)
    assert line is not None, f"{place}: no concern: {expected.text}"
    rule, words = line["rule"], line["words"].split("; ")
    fitting = [one for one in told if one.startswith(rule) and all(word in one for word in words)]

    assert fitting, f"{place}: {told}"


def _check_change(story: Story, expected: Expectation, _: Review) -> None:
    """What changes is the planner's to check; the plan must be made on that day."""
    assert expected.on in dict(story.next_weeks), _place(story, expected)


def _check_next_week(story: Story, expected: Expectation, found: Review) -> None:
    """The plan is the planner's to check; the verdicts must at least allow it."""
    wishes = dict(story.next_weeks)[expected.on]
    assert wishes, f"{_place(story, expected)}: nothing is said of it"
    is_cleared = story.cleared_on is not None and expected.on >= story.cleared_on
    for exercise, wish in () if is_cleared else wishes:
        assert _is_allowed(story, wish, exercise, found), f"{_place(story, expected)}: {exercise}"


def _is_allowed(story: Story, wish: str, exercise: ExerciseId, found: Review) -> bool:
    if wish == "no plan":
        return bool(found.alarms or "osteoporosis" in story.conditions)  # a flare: the planner's
    if wish == "relief only":
        begins = max(found.before or 0.0, story.pain or 0.0)
        return found.course.value == "end" or begins > found.policy.high_above
    verdict = {one.exercise: one for one in found.verdicts}.get(exercise)
    if verdict is None:  # nobody noted it, so nothing is asked of it
        return wish == "untouched"
    if wish.startswith("rests until "):
        wanted = story.day(wish.removeprefix("rests until "))
        return (verdict.standing.value, verdict.looks_again) == ("rest", wanted)
    if wish == "gentler" and found.before is not None:  # so much pain asks for gentle forms (R1)
        return found.before > found.policy.mild_up_to or verdict.action.value == "regress"
    allowed = {
        "as before": {"keep", "repeat", "progress"},
        "untouched": {"keep", "repeat"},
        "a step more": {"progress"},
        "left out": {"leave-out"},
    }
    return verdict.action.value in allowed.get(wish, {"regress"})
