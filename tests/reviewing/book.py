"""The scenario book: stories of people as text that a physiotherapist can read (`book/README.md`).

A line that is not understood is an error: nothing in a story is skipped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from attrs import field, frozen

from spinecare import load_catalogue
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
    "next morning",
    "2nd morning",
    "signs",
    "note",
)
PAINS = ("before", "during", "after", "next_morning", "second_morning")
WISHES = re.compile(
    r"as before|untouched|a step more|a step less|(?P<steps>[2-9]) steps less|gentler|left out"
    r"|relief only|no plan|rests until (?P<day>.+)"
)
VERDICT = re.compile(
    r"(?P<exercises>[a-z0-9, -]+): (?P<standing>untried|on-trial|suits|rest|leave-out)"
    r"( until (?P<until>[^,]+))?(, looks again (?P<again>[^,]+))?"
    r", (?P<action>[a-z-]+)(, level (?P<level>-?\d+))?(, because (?P<why>.+))?"
)
CHANGE = re.compile(r"(?P<exercise>\S+) (?P<kind>[a-z]+), because (?P<why>.+)")
_DAY = re.compile(
    r"(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2})"
)
_YEAR = re.compile(r"(?P<first>\d{4})(/(?P<second>\d{2}))?")
_KINDS = {
    "Alarm",
    "Change",
    "Concern",
    "Contradiction",
    "Next week",
    "Questions",
    "Verdict",
    "Week",
}
_HEADS = ("Story", "Person", "Policy", "Year")
_MORE_HEADS = ("Conditions", "Cleared", "Pain")


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
    conditions: tuple[str, ...]
    """What the person told of their health, as ids."""
    cleared_on: date | None
    """The day on which a clinician allowed exercise again; plans made from then on know it."""
    pain: float | None
    """The pain that the person told once and for all; `None` for that of any reader."""
    journal: Journal
    expectations: tuple[Expectation, ...]
    next_weeks: tuple[tuple[date, tuple[tuple[ExerciseId, str], ...]], ...]
    """Days on which the plan is made again, and what it then does with exercises, by day."""
    years: tuple[int, ...]

    def day(self, text: str) -> date:
        """Return the date of "Mon 23 Nov" in a year of the story."""
        return _read_day(text, self.years)


@frozen
class _Draft:
    """What is read of a story so far."""

    path: Path
    heads: dict[str, str] = field(factory=dict[str, str])
    entries: list[Entry] = field(factory=list[Entry])
    expectations: list[Expectation] = field(factory=list[Expectation])
    next_weeks: dict[date, list[tuple[ExerciseId, str]]] = field(
        factory=dict[date, list[tuple[ExerciseId, str]]]
    )

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the head: one, or two that follow each other."""
        found = _YEAR.fullmatch(self.heads["Year"])
        if found is None:
            raise ValueError(f"no year like 2026 or 2026/27: {self.heads['Year']}")
        first = int(found["first"])
        if not found["second"]:
            return (first,)
        if int(found["second"]) != (first + 1) % 100:
            raise ValueError(f"the second year follows the first: {self.heads['Year']}")
        return first, first + 1


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
    if not draft.heads.keys() >= set(_HEADS):
        raise ValueError(f"{path.name}: the head needs Story, Person, Policy and Year")
    heads = draft.heads
    return Story(
        name=path.stem,
        title=heads["Story"],
        person=heads["Person"],
        policy=heads["Policy"],
        conditions=_words(heads.get("Conditions", "")),
        cleared_on=_read_day(heads["Cleared"], draft.years) if "Cleared" in heads else None,
        pain=_pain(heads["Pain"]) if "Pain" in heads else None,
        journal=Journal(entries=draft.entries),
        expectations=tuple(draft.expectations),
        next_weeks=tuple((day, tuple(wishes)) for day, wishes in draft.next_weeks.items()),
        years=draft.years,
    )


def _read_line(draft: _Draft, line: str, number: int) -> None:
    if not line or line.startswith("#"):
        return
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        is_head = tuple(cells) == COLUMNS
        if not is_head and not all(set(cell) <= {"-", ":"} for cell in cells):
            draft.entries.extend(_entries(cells, draft.years, number))
        return
    if line.startswith("- "):
        if not draft.expectations or draft.expectations[-1].kind != "Next week":
            raise ValueError("a list without 'Next week on …:'")
        draft.next_weeks[draft.expectations[-1].on].append(_wish(line[2:], draft.years))
        return
    head, colon, rest = line.partition(":")
    if not colon:
        raise ValueError("no table, no 'word: text'")
    kind, on, day = head.partition(" on ")
    if on and kind in _KINDS:
        _expect(draft, kind, _read_day(day, draft.years), rest.strip(), number)
        return
    if head not in {*_HEADS, *_MORE_HEADS} or head in draft.heads:
        raise ValueError(f"unknown, or there twice: {head}")
    draft.heads[head] = rest.strip()
    _check_head(draft, head)


def _check_head(draft: _Draft, head: str) -> None:
    """Refuse a line of the head that nothing can be made of."""
    if head == "Year":
        _ = draft.years
    elif head == "Cleared":
        _read_day(draft.heads[head], draft.years)
    elif head == "Conditions":
        known = {condition.id for condition in load_catalogue().conditions}
        unknown = [one for one in _words(draft.heads[head]) if one not in known]
        if unknown:
            raise ValueError(f"no condition of the catalogue: {', '.join(unknown)}")


def _expect(draft: _Draft, kind: str, on: date, text: str, number: int) -> None:
    if kind == "Next week":
        if on in draft.next_weeks:
            raise ValueError(f"a next week on {on:%a} {on.day} {on:%b} is there already")
        draft.next_weeks[on] = []
    if kind == "Verdict":
        line = _matched(VERDICT, text, "verdict")
        _ids(line["exercises"])
        for day in filter(None, (line["until"], line["again"])):
            _read_day(day, draft.years)
    if kind == "Change":
        _ids(_matched(CHANGE, text, "change")["exercise"])
    draft.expectations.append(Expectation(kind=kind, on=on, text=text, line=number))


def _matched(pattern: re.Pattern[str], text: str, what: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(f"no {what}: {text}")
    return found


def _wish(text: str, years: Iterable[int]) -> tuple[ExerciseId, str]:
    exercise, _, wish = text.partition(": ")
    found = _matched(WISHES, wish, "wish")
    if found["day"]:
        _read_day(found["day"], years)
    (id,) = _ids(exercise)
    return id, wish


@cache
def _known() -> frozenset[str]:
    return frozenset(load_catalogue().entry_by_id)


def _ids(text: str) -> tuple[ExerciseId, ...]:
    """Read exercises of the built-in catalogue."""
    found = tuple(ExerciseId(id) for id in _words(text))
    unknown = [id for id in found if id not in _known()]
    if unknown or not found:
        raise ValueError(f"no exercise of the catalogue: {', '.join(unknown)}")
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _read_day(text: str, years: Iterable[int]) -> date:
    """Read "Mon 23 Nov": of two years the weekday tells which it is, for it is never the same."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"no day like 'Mon 23 Nov': {text}")
    month = datetime.strptime(found["month"], "%b").month  # noqa: DTZ007  a month has no zone
    read = [date(year, month, int(found["day"])) for year in years]
    fitting = [day for day in read if f"{day:%a}" == found["weekday"]]
    if not fitting:
        raise ValueError(f"{read[0]} is a {read[0]:%A}, not {found['weekday']}")
    return fitting[0]


def _entries(cells: list[str], years: Iterable[int], number: int) -> Iterator[Entry]:
    """Read a row: an entry for each of its days and exercises."""
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} cells, not {len(COLUMNS)}")
    days, exercises, done, *pains, signs, note = cells
    words = _words(signs)
    known = {member.value for kind in (PainCharacter, Symptom) for member in kind}
    if not set(words) <= known:
        raise ValueError(f"unknown signs {sorted(set(words) - known)}")
    those = (None,) if exercises == "(session)" else _ids(exercises)
    for text in days.split(","):
        session, day = _session(text, years)
        for exercise in those:
            yield Entry(
                session=session,
                date=day,
                exercise=exercise,
                written_at=datetime.combine(day, time(20), UTC) + timedelta(minutes=number),
                done=_done(done),
                pain=Pain(**dict(zip(PAINS, map(_pain, pains), strict=True))),
                character=[word for word in words if word in set(PainCharacter)],
                symptoms=[word for word in words if word in set(Symptom)],
                note=note,
            )


def _session(text: str, years: Iterable[int]) -> tuple[SessionId, date]:
    """Read "Mon 23 Nov", "Mon 23 Nov/2", or "Mon 23 Nov dated Tue 24 Nov" by a device."""
    planned, dated, device = text.partition(" dated ")
    planned, _, number = planned.partition("/")
    day = _read_day(planned, years)
    told = _read_day(device, years) if dated else day
    return SessionId(f"{day.isoformat()}-{number or 1}"), told


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
