"""What damage leaves in doubt never counts as done, and no entry gets the answers of another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import FaultyInputError
from spinecare.export import from_json, to_json
from spinecare.export.recovery import recover_journal
from spinecare.model import Done, Entry, Journal, Outcome, Planned, SkipReason
from spinecare.reviewing import Action
from tests.export.test_recovery import KEPT, TEXT, changed, felt
from tests.reviewing.builders import ALL_DONE, BRIDGE, CALM, calm, entry, journal, verdict


def keys_of(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every key of an entry."""
    for key, value in table.items():
        yield (*path, key)
        if isinstance(value, dict):
            yield from keys_of(value, (*path, key))


def with_key(text: str, number: int, path: tuple[str, ...], key: str) -> str:
    """Return a journal's text with a key of an entry written otherwise."""

    def damage(document: Any) -> None:
        holder = document["journal"]["entries"][number]
        for step in path[:-1]:
            holder = holder[step]
        holder[key] = holder.pop(path[-1])

    return changed(damage, text)


HARMS: dict[str, dict[str, Any]] = {
    "pain": {"during": 8},
    "low before": {"before": 0, "next_morning": 3},
    "high before": {"before": 5},
    "sign": {"symptoms": ["numbness"]},
    "character": {"character": ["sharp"]},
    "refused": {"done": Done(outcome=Outcome.SKIPPED, reason=SkipReason.PAIN)},
    "stopped": {"done": Done(outcome=Outcome.PARTLY, reason=SkipReason.PAIN)},
    "less": {"done": Done(outcome=Outcome.DONE, sets=1)},
    "reduced": {},
}


def diary(harm: dict[str, Any], *, of_whole: bool, is_reduced: bool) -> Journal:
    """Return four sessions, all calm but for one harm in the last; each is told of twice."""
    planned = Planned(sets=2, reps=5, is_reduced=is_reduced)
    last: dict[str, Any] = {**CALM, "done": ALL_DONE, **harm}
    entries: list[Entry] = []
    for number in (0, 3, 6, 9):
        own = calm(number)
        whole = calm(number, None)
        if number == 9:
            own, whole = (own, entry(9, None, **last)) if of_whole else (entry(9, **last), whole)
        entries += [evolve(own, planned=planned), whole]
    return Journal(entries=entries)


def test_four_calm_sessions_earn_a_step() -> None:
    """Otherwise the next test would show nothing."""
    sound = diary({}, of_whole=False, is_reduced=False)

    assert verdict(sound.entries, 14).action is Action.PROGRESS


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("of_whole", [False, True], ids=["exercise", "whole"])
def test_no_damaged_key_lets_a_dose_grow(harm: str, of_whole: bool) -> None:
    """Any key of the last session, misspelt: what it held is unknown, not harmless."""
    text = to_json(diary(HARMS[harm], of_whole=of_whole, is_reduced=harm == "reduced"))
    listed = json.loads(text)["journal"]["entries"]

    for number in (6, 7):
        for path in keys_of(listed[number]):
            damaged = with_key(text, number, path, f"?{path[-1][1:]}?")
            found, faults = recover_journal(damaged)
            assert faults
            judged = verdict(found.entries, 14)
            assert (judged.action is Action.PROGRESS, judged.level > 0) == (False, False), path


@pytest.mark.parametrize("key", ["exercxse", "exer\ufffdise", "mood"])
def test_an_entry_that_may_have_lost_its_exercise_is_lost(key: str) -> None:
    """Its answers would speak for every exercise of the session that has none."""
    text = to_json(journal(calm(0), calm(0, "neck-2-rotation"), calm(1)))

    found, faults = recover_journal(with_key(text, 0, ("exercise",), key))

    assert [one.exercise for one in found.entries] == ["yoga-two-legged-table-pose"] * 2
    assert [one.done for one in found.entries] == [None, ALL_DONE]
    assert any("exercise must be given beside" in fault.message for fault in faults)


def test_an_entry_with_a_dose_but_without_an_exercise_is_lost() -> None:
    """Whole sessions have no dose: its exercise was cut out."""
    text = to_json(journal(evolve(calm(0), planned=Planned()), calm(1)))

    def damage(document: Any) -> None:
        del document["journal"]["entries"][0]["exercise"]
        document["mood"] = "good"

    found, faults = recover_journal(changed(damage, text))

    assert found == journal(calm(1))
    assert any("exercise must be given beside 'planned'" in fault.message for fault in faults)


def test_a_part_of_what_was_planned_or_skipped_is_not_kept() -> None:
    """Defaults would stand for the rest, and a skip without its reason says something else."""
    refused = Done(outcome=Outcome.SKIPPED, reason=SkipReason.PAIN, sets=1)
    text = to_json(
        journal(
            evolve(calm(0), planned=Planned(sets=3, reps=9)),
            *(calm(n, done=refused) for n in (1, 2)),
        )
    )

    def damage(document: Any) -> None:
        entries = document["journal"]["entries"]
        entries[0]["planned"]["sets"] = "§"
        entries[1]["done"]["reason"] = "§"
        entries[2]["done"]["sets"] = -1

    found, _ = recover_journal(changed(damage, text))

    assert found.entries[0].planned is None
    assert found.entries[1].done is None
    assert found.entries[2].done == Done(outcome=Outcome.SKIPPED, reason=SkipReason.PAIN)


def test_effort_and_notes_are_lost_without_doubt_about_the_rest() -> None:
    """No rule asks for them."""

    def damage(document: Any) -> None:
        document["journal"]["entries"][0].update(effort=11, note=3)

    found, faults = recover_journal(changed(damage))

    assert found == KEPT
    assert len(faults) == 2


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"done"', '"date": "2026-11-23", "done"', "'date' twice"),
        ('"before": 0', '"before": 0, "before": 1', "'before' twice"),
        ('"pain": {', '"pain": {"outcome": "done", ', "'outcome' where it does not belong"),
        ('"done"', '"x": [{"y": 1, "y": 2}], "done"', "'y' twice"),
        ('"done"', '"after": 2, "done"', "'after' where it does not belong"),
        ('"done"', '"writercise": 2, "done"', "'writercise' where it does not belong"),
        ('"done"', '"": 2, "done"', "'' where it does not belong"),
    ],
)
def test_an_entry_joined_of_two_is_lost(old: str, new: str, told: str) -> None:
    """Nobody knows which of its answers belong to which."""
    found, faults = recover_journal(TEXT.replace(old, new, 1))

    assert felt(found.entries) == felt(KEPT.entries[1:])
    assert found.entries[1:] == KEPT.entries[2:]
    assert any(told in fault.message and "it is lost" in fault.message for fault in faults)


@pytest.mark.parametrize("more", ["}", ', "pain": {}}'])
def test_an_entry_with_more_behind_its_end_is_lost(more: str) -> None:
    """It began as another table."""
    at = TEXT.index('{"outcome"')

    found, _ = recover_journal(
        TEXT[:at] + '"done"}' + more + TEXT[TEXT.index("},", TEXT.index('"second', at)) + 1 :]
    )

    assert felt(found.entries) == felt(KEPT.entries[1:])


def test_a_journal_that_is_there_twice_keeps_the_entries_of_both() -> None:
    """As after two copies were joined by hand."""
    half = len(KEPT.entries) // 2
    first, second = Journal(entries=KEPT.entries[:half]), Journal(entries=KEPT.entries[half:])
    inner = json.dumps(json.loads(to_json(second))["journal"])
    whole = to_json(first).rstrip().removesuffix("}") + f', "journal": {inner}}}'

    found, faults = recover_journal(whole)

    assert felt(found.entries) == felt(KEPT.entries)
    assert faults


LONG = Journal(
    entries=[
        evolve(
            entry(
                number,
                exercise,
                before=number / 10,
                during=place + number / 10,
                symptoms=["numbness"] * (number % 3 == 0),
            ),
            planned=None if exercise is None else Planned(sets=number + 1, reps=place + 1),
            effort=place,
        )
        for number in range(12)
        for place, exercise in enumerate((None, "bar-hang", "neck-2-rotation", BRIDGE))
    ]
)
"""Many entries, each of which says something else."""


def answers(one: Entry) -> set[Any]:
    """Return what an entry says, each with its field."""
    pains = {("before", one.pain.before), ("during", one.pain.during)}
    told = {("planned", one.planned), ("effort", one.effort), ("symptoms", one.symptoms), *pains}
    return {(name, value) for name, value in told if value is not None and value != ()}


@given(at=st.integers(0, len(to_json(LONG)) - 1), long=st.integers(1, 9000))
def test_a_gap_in_the_file_gives_nobody_the_answers_of_another(at: int, long: int) -> None:
    """Unless what is left reads as a sound file."""
    text = to_json(LONG)
    damaged = text[:at] + text[at + long :]
    try:
        from_json(damaged, Journal)
    except FaultyInputError:
        pass
    else:
        return
    said = {(one.date, one.exercise, one.written_at): answers(one) for one in LONG.entries}

    found, faults = recover_journal(damaged)

    assert faults
    for one in found.entries:
        assert answers(one) <= said[one.date, one.exercise, one.written_at]
