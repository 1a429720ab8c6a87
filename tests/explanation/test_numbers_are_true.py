"""Every number of every text for the four example people, recomputed from the plan's JSON."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from spinecare import Plan, from_json, to_json
from spinecare.explanation import Measure, Reason, explain
from spinecare.explanation import _explain as asking
from tests.explanation.book import Book
from tests.explanation.case import Case
from tests.explanation.claims import expected
from tests.explanation.people import CATALOGUE, NAMES, book, explanations, person, plan, subjects
from tests.explanation.summaries import summary_numbers

pytestmark = pytest.mark.no_cover  # tests/README.md says why

DATE = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) ([A-Z][a-z]{2})\b")
TIME = re.compile(r"\b\d\d:\d\d\b")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_every_reason_follows_from_the_plan(name: str) -> None:
    """The arithmetic here reads nothing but the exported JSON."""
    seen = 0
    for why in explanations(name):
        for reason in why.reasons:
            seen += len(reason.numbers)
            for place in reason.places or ("",):
                found = expected(Case(book(name), why, reason, place))
                wrong = {n.name: n.value for n in reason.numbers if found.get(n.name) != n.value}
                assert wrong == {}, (why.subject, reason.text, place, found)

    assert seen > 1000


@pytest.mark.parametrize("name", NAMES)
def test_every_number_told_to_the_person_follows_from_the_plan(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the person given the hours are those of their level; changes are not looked for here."""
    monkeypatch.setattr(asking, "concessions", _no_concessions)
    own = Book(to_json(plan(name)), person(name).level.value)
    for subject in subjects(plan(name)):
        why = explain(plan(name), subject, person=person(name))
        for reason in why.reasons:
            for place in reason.places or ("",):
                found = expected(Case(own, why, reason, place))
                wrong = {n.name: n.value for n in reason.numbers if found.get(n.name) != n.value}
                assert wrong == {}, (why.subject, reason.text, place, found)


def _no_concessions(*_: object, **__: object) -> tuple[tuple[()], tuple[()]]:
    return (), ()


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_every_summary_follows_from_the_plan(name: str) -> None:
    """How often a thing stands in the plan is counted again."""
    for why in explanations(name):
        found = summary_numbers(book(name), why)

        assert {n.name: n.value for n in why.numbers} == {
            n.name: found[n.name] for n in why.numbers
        }


@pytest.mark.parametrize("name", NAMES)
def test_every_number_that_a_text_shows_is_one_of_its_numbers(name: str) -> None:
    """No sentence smuggles in a number; names, notes and findings are quoted as they are."""
    quoted = _quotes(plan(name))
    for why in explanations(name):
        texts = [(why.summary, why.numbers), *((r.text, r.numbers) for r in why.reasons)]
        for text, numbers in texts:
            assert _is_covered(_shown(text, quoted), list(numbers)), text


@pytest.mark.parametrize("name", NAMES)
def test_every_date_that_a_text_shows_is_a_day_it_speaks_of(name: str) -> None:
    """Dates are those of its places, of sessions before, or days on which a window opens."""
    days = {day["date"] for day in book(name).days}
    for why in explanations(name):
        for reason in why.reasons:
            known = days | _ends_of_windows(book(name), reason)
            assert set(_dates(reason.text)) <= known, reason.text


@pytest.mark.parametrize("name", NAMES)
def test_a_single_place_names_the_date_of_the_session_before(name: str) -> None:
    """In "6 days after Fri 27 Nov" the day is that of the routine's session before."""
    named = 0
    for why in explanations(name):
        for reason in why.reasons:
            if [n.name for n in reason.numbers][:1] == ["since_d"] and len(reason.places) == 1:
                named += 1
                assert _before(book(name), reason) in _dates(reason.text), reason.text

    assert named > 20


def _ends_of_windows(the_book: Book, reason: Reason) -> set[str]:
    """Return when the window of a routine opens and closes after its sessions."""
    id = reason.about[0] if reason.about else ""
    window = the_book.routines.get(id, {}).get("cadence", {}).get("window_days", [])
    starts = [date.fromisoformat(session["date"]) for session in the_book.of(id)]
    return {(start + timedelta(days=d)).isoformat() for start in starts for d in window}


def _before(the_book: Book, reason: Reason) -> str:
    place, routine = reason.places[0], reason.about[0]
    earlier = [s["date"] for s in the_book.of(routine) if s["date"] < place[:10]]
    return str(earlier[-1])


def _dates(text: str) -> list[str]:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return [
        f"{2026 if month in ('Nov', 'Dec') else 2027}-{months.index(month) + 1:02}-{int(day):02}"
        for day, month in DATE.findall(text)
    ]


def _quotes(made: Plan) -> list[str]:
    """Return the texts that explanations quote: names, notes, findings, places."""
    quoted = [entry.name for entry in CATALOGUE.entries]
    quoted += [routine.name for routine in CATALOGUE.routines]
    quoted += [thing.name for thing in CATALOGUE.equipment]
    quoted += [finding.reason for finding in made.findings]
    quoted += [note for session in made.sessions for step in session.steps for note in step.notes]
    quoted += [session.place for session in made.sessions]
    return sorted(set(quoted), key=len, reverse=True)


def _shown(text: str, quoted: list[str]) -> list[str]:
    for quote in quoted:
        text = text.replace(quote, "") if any(c.isdigit() for c in quote) else text
    return NUMBER.findall(TIME.sub("", DATE.sub("", text)))


def _ways(measure: Measure) -> list[list[str]]:
    """Return how a number may be shown: as it is, or as hours, minutes and seconds."""
    plain = f"{measure.value:.2f}".rstrip("0").rstrip(".")
    is_nothing = measure.name == "left_s" and measure.value < 1
    ways: list[list[str]] = [[]] if is_nothing else [[plain]]
    if measure.name.endswith("_s") and measure.value >= 60:
        minutes, seconds = divmod(round(measure.value), 60)
        hours, minutes = divmod(minutes, 60)
        ways.append([str(part) for part in (hours, minutes, seconds) if part])
    return ways


def _is_covered(shown: list[str], numbers: list[Measure]) -> bool:
    """Whether the numbers shown are just those stated, each once."""
    if not numbers:
        return not shown
    for way in _ways(numbers[0]):
        left = list(shown)
        for part in way:
            if part not in left:
                break
            left.remove(part)
        else:
            if _is_covered(left, numbers[1:]):
                return True
    return False


def test_a_plan_that_was_read_back_is_explained_alike() -> None:
    """Nothing is kept beside the plan: an exported plan answers as the plan itself."""
    made = plan("keen")
    read = from_json(to_json(made))

    for session in made.sessions[:3]:
        assert explain(read, session) == explain(made, session)
