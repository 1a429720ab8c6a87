"""The scenario book: stories of people as text that a physiotherapist can read (`book/README.md`).

A line that is not understood is an error: nothing in a story is skipped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from attrs import field, frozen

from spinecare.model import (
    Done,
    Entry,
    ExerciseId,
    Journal,
    Outcome,
    Pain,
    PainCharacter,
    SessionId,
    SkipReason,
    Symptom,
)

BOOK = Path(__file__).parent / "book"
COLUMNS = (
    "day",
    "exercise",
    "done",
    "before",
    "during",
    "after",
    "next",
    "second",
    "signs",
    "note",
)
PAINS = ("before", "during", "after", "next_morning", "second_morning")
WISHES = re.compile(
    r"as before|a step more|a step less|left out|relief only|no plan|rests until (?P<day>.+)"
)
_DAY = re.compile(
    r"(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2})"
)
_KINDS = {"Verdict", "Week", "Alarm", "Questions", "Contradiction", "Next week"}


@frozen(kw_only=True)
class Expectation:
    """What a story says must come of it."""

    kind: str
    on: date
    text: str
    line: int


@frozen(kw_only=True)
class Story:
    """A person, some weeks, and what the library must conclude."""

    name: str
    title: str
    person: str
    policy: str
    journal: Journal
    expectations: tuple[Expectation, ...]
    next_weeks: tuple[tuple[date, tuple[tuple[ExerciseId, str], ...]], ...]
    """Days on which the plan is made again, and what it then does with exercises, by day."""
    year: int

    def day(self, text: str) -> date:
        """Return the date of "Mon 23 Nov" in the year of the story, or the year after."""
        return _read_day(text, self.year)


@frozen
class _Draft:
    """What is read of a story so far."""

    path: Path
    heads: dict[str, str] = field(factory=dict)
    entries: list[Entry] = field(factory=list)
    expectations: list[Expectation] = field(factory=list)
    next_weeks: dict[date, list[tuple[ExerciseId, str]]] = field(factory=dict)


def stories() -> tuple[Story, ...]:
    """Return every story of the book, by file name."""
    return tuple(read_story(path) for path in sorted(BOOK.glob("*.txt")))


def read_story(path: Path) -> Story:
    """Return the story of a file."""
    draft = _Draft(path)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            _read_line(draft, line.rstrip(), number)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{path.name}:{number}: {error}: {line!r}") from error
    if set(draft.heads) != {"Story", "Person", "Policy", "Year"}:
        raise ValueError(f"{path.name}: the head needs Story, Person, Policy and Year")
    return Story(
        name=path.stem,
        title=draft.heads["Story"],
        person=draft.heads["Person"],
        policy=draft.heads["Policy"],
        journal=Journal(entries=draft.entries),
        expectations=tuple(draft.expectations),
        next_weeks=tuple((day, tuple(wishes)) for day, wishes in draft.next_weeks.items()),
        year=int(draft.heads["Year"]),
    )


def _read_line(draft: _Draft, line: str, number: int) -> None:
    if not line or line.startswith("#"):
        return
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        is_head = tuple(cells) == COLUMNS
        if not is_head and not all(set(cell) <= {"-", ":"} for cell in cells):
            draft.entries.extend(_entries(cells, int(draft.heads["Year"]), number))
        return
    if line.startswith("- "):
        if not draft.expectations or draft.expectations[-1].kind != "Next week":
            raise ValueError("a list without 'Next week on …:'")
        again = draft.expectations[-1].on
        draft.next_weeks.setdefault(again, []).append(_wish(line[2:], int(draft.heads["Year"])))
        return
    head, colon, rest = line.partition(":")
    if not colon:
        raise ValueError("no table, no 'word: text'")
    kind, on, day = head.partition(" on ")
    if on and kind in _KINDS:
        at = _read_day(day, int(draft.heads["Year"]))
        draft.expectations.append(Expectation(kind=kind, on=at, text=rest.strip(), line=number))
        return
    if head not in {"Story", "Person", "Policy", "Year"} or head in draft.heads:
        raise ValueError(f"unknown, or there twice: {head}")
    draft.heads[head] = rest.strip()


def _wish(text: str, year: int) -> tuple[ExerciseId, str]:
    exercise, _, wish = text.partition(": ")
    found = WISHES.fullmatch(wish)
    if found is None:
        raise ValueError(f"no wish: {wish}")
    if found["day"]:
        _read_day(found["day"], year)
    return ExerciseId(exercise), wish


def _read_day(text: str, year: int) -> date:
    """Read "Mon 23 Nov": in the year of the story, or from January to June in the one after."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"no day like 'Mon 23 Nov': {text}")
    month = datetime.strptime(found["month"], "%b").month  # noqa: DTZ007  a month has no zone
    read = date(year + (month < 7), month, int(found["day"]))
    if f"{read:%a}" != found["weekday"]:
        raise ValueError(f"{read} is a {read:%A}, not {found['weekday']}")
    return read


def _entries(cells: list[str], year: int, number: int) -> Iterator[Entry]:
    """Read a row: an entry for each of its days and exercises."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells, not {len(COLUMNS)}")
    days, exercises, done, *pains, signs, note = cells
    words = [word.strip() for word in signs.split(",") if word.strip()]
    known = {member.value for kind in (PainCharacter, Symptom) for member in kind}
    if not set(words) <= known:
        raise ValueError(f"unknown signs {sorted(set(words) - known)}")
    for text in days.split(","):
        session, day = _session(text, year)
        for exercise in exercises.split(","):
            yield Entry(
                session=session,
                date=day,
                exercise=None if exercise == "(session)" else ExerciseId(exercise.strip()),
                written_at=datetime.combine(day, time(20), UTC) + timedelta(minutes=number),
                done=_done(done),
                pain=Pain(**dict(zip(PAINS, map(_pain, pains), strict=True))),
                character=[word for word in words if word in set(PainCharacter)],
                symptoms=[word for word in words if word in set(Symptom)],
                note=note,
            )


def _session(text: str, year: int) -> tuple[SessionId, date]:
    """Read "Mon 23 Nov", "Mon 23 Nov/2", or "Mon 23 Nov dated Tue 24 Nov" by a device."""
    planned, dated, device = text.partition(" dated ")
    planned, _, number = planned.partition("/")
    day = _read_day(planned, year)
    return SessionId(f"{day.isoformat()}-{number or 1}"), _read_day(device, year) if dated else day


def _done(text: str) -> Done | None:
    """Read "done", "partly: no-time", "skipped: travel", or "?" where nobody said."""
    if text == "?":
        return None
    outcome, _, reason = text.partition(":")
    return Done(
        outcome=Outcome(outcome), reason=SkipReason(reason.strip()) if reason.strip() else None
    )


def _pain(text: str) -> float | None:
    return None if text == "?" else float(text)
