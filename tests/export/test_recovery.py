"""What can still be read of a damaged journal."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from spinecare.errors import FaultyInputError, InvalidValueError
from spinecare.export import from_json, to_json
from spinecare.export.recovery import recover_journal
from spinecare.model import Entry, Journal, Pain, Symptom
from tests.reviewing.builders import BRIDGE, calm, entry, journal
from tests.strategies import instances

KEPT = journal(
    *(calm(number) for number in range(6)),
    entry(6, symptoms=[Symptom.NUMBNESS], character=["sharp", "dull"], before=1),
    entry(7, None, before=2, during=3),
)
TEXT = to_json(KEPT)


def felt(entries: Any) -> list[Entry]:
    """Return entries without what was done, which may count as unknown beside a loss."""
    return [evolve(one, done=None) for one in entries]


def changed(change: Any, text: str = TEXT) -> str:
    """Return the document of a journal after a change to its content."""
    document = json.loads(text)
    change(document)
    return json.dumps(document, indent=1)


@given(instances(Journal))
def test_a_sound_journal_is_read_as_it_is(whole: Journal) -> None:
    """No fault, and nothing else than the strict reader gives."""
    assert recover_journal(to_json(whole)) == (whole, ())
    assert recover_journal(to_json(whole).encode("utf-8-sig")) == (whole, ())


@given(at=st.integers(0, len(TEXT) - 3))
def test_a_journal_that_was_cut_off_keeps_every_entry_that_stands_whole(at: int) -> None:
    """Cut anywhere: the entries before the cut are there, and the cut is told."""
    whole = [json.dumps(one) for one in json.loads(TEXT)["journal"]["entries"]]
    compact = "".join(TEXT[:at].split())
    standing = sum("".join(one.split()) in compact for one in whole)

    found, faults = recover_journal(TEXT[:at])

    assert felt(found.entries) == felt(KEPT.entries[:standing])
    assert found.entries[:-1] == KEPT.entries[: max(0, standing - 1)]
    assert faults
    with pytest.raises(FaultyInputError):
        from_json(TEXT[:at], Journal)


@given(
    at=st.integers(0, len(TEXT) - 1), into=st.sampled_from(['"', "{", "}", "[", "x", "\x00", ","])
)
def test_one_wrong_character_costs_one_entry_at_most(at: int, into: str) -> None:
    """All others are kept; of its neighbours alone it is not known whether they were whole."""
    damaged = TEXT[:at] + into + TEXT[at + 1 :]

    found, faults = recover_journal(damaged)

    missing = set(felt(KEPT.entries)) - set(felt(found.entries))
    assert len(missing) <= 1
    if missing:
        assert faults or len(found.entries) == len(KEPT.entries)
    assert len(set(KEPT.entries) - set(found.entries)) <= 3


def test_a_faulty_field_costs_that_field_alone() -> None:
    """It counts as unknown, and is told with its path."""

    def damage(document: Any) -> None:
        entries = document["journal"]["entries"]
        entries[0]["pain"]["during"] = 11
        entries[1]["mood"] = "good"
        entries[6]["character"] = ["odd", "sharp", "odder"]
        entries[2]["done"]["outcome"] = "perhaps"

    found, faults = recover_journal(changed(damage))

    assert [str(fault).split(": ")[0] for fault in faults] == [
        "$.journal.entries[0].pain.during",
        "$.journal.entries[1].mood",
        "$.journal.entries[2].done.outcome",
        "$.journal.entries[6].character[0]",
        "$.journal.entries[6].character[2]",
        "$.journal.entries[2].done.outcome",
        *["$.journal"] * 2,  # of the first and the seventh not all is known: none counts as done
    ]
    assert len(found.entries) == len(KEPT.entries)
    assert found.entries[0].pain.during is None
    assert found.entries[0].pain.after == 0
    assert found.entries[0].done is None
    assert found.entries[1] == KEPT.entries[1]
    assert found.entries[2].done is None
    assert found.entries[6].character == ("sharp",)
    assert found.entries[6].symptoms == (Symptom.NUMBNESS,)
    assert found.entries[6].done is None


@pytest.mark.parametrize("key", ["a b", "a.b", "'", "[0]", "x" * 300])
@pytest.mark.parametrize("inside", ["pain", ""])
def test_an_odd_key_that_can_hide_no_harm_costs_nothing_else(key: str, inside: str) -> None:
    """However it is written: a number among all five pains, or beside them."""

    def damage(document: Any) -> None:
        one = document["journal"]["entries"][0]
        (one[inside] if inside else one)[key] = 1

    found, faults = recover_journal(changed(damage))

    assert found == KEPT
    assert len(faults) == 1


@pytest.mark.parametrize(
    ("inside", "value"), [("", ["numb"]), ("", {"a": 8}), ("done", 1), ("done", "pain")]
)
def test_an_odd_key_that_may_have_been_a_sign_leaves_its_session_in_doubt(
    inside: str, value: Any
) -> None:
    """The answers stay, but nothing counts as done."""

    def damage(document: Any) -> None:
        one = document["journal"]["entries"][0]
        (one[inside] if inside else one)["odd"] = value

    found, faults = recover_journal(changed(damage))

    assert found.entries == (evolve(KEPT.entries[0], done=None), *KEPT.entries[1:])
    assert len(faults) == 2
    assert "'s-2026-11-23', of which something is lost" in faults[1].message


@pytest.mark.parametrize("value", [3, "?", [], [[1]]])
def test_a_field_of_another_kind_is_dropped_whole(value: Any) -> None:
    """A number where a table should be."""

    def damage(document: Any) -> None:
        document["journal"]["entries"][0]["pain"] = value

    found, faults = recover_journal(changed(damage))

    assert found.entries[0] == evolve(KEPT.entries[0], done=None, pain=Pain())
    assert found.entries[1:] == KEPT.entries[1:]
    assert faults


@pytest.mark.parametrize("name", ["session", "date", "written_at"])
@pytest.mark.parametrize("value", [None, 3, "?"])
def test_an_entry_without_its_session_day_or_moment_is_lost_and_told(name: str, value: Any) -> None:
    """Nobody could say what it is about; all others stay."""

    def damage(document: Any) -> None:
        document["journal"]["entries"][3][name] = value

    found, faults = recover_journal(changed(damage))

    beside = (2, 4) if name == "session" else ()  # nobody knows to which it belonged
    for number in beside:
        assert found.entries[number - (number > 3)] == evolve(KEPT.entries[number], done=None)
    kept = [one for number, one in enumerate(KEPT.entries) if number not in (3, *beside)]
    assert set(kept) <= set(found.entries)
    assert len(found.entries) == len(KEPT.entries) - 1
    assert any("it is lost" in fault.message for fault in faults)


def test_a_missing_key_is_told_and_an_entry_that_is_none_is_left() -> None:
    """The rest is read."""

    def damage(document: Any) -> None:
        del document["journal"]["entries"][0]["written_at"]
        document["journal"]["entries"][1] = "yesterday it hurt"

    found, faults = recover_journal(changed(damage))

    assert felt(found.entries) == felt(KEPT.entries[2:])
    assert found.entries[1:] == KEPT.entries[3:]
    assert any(fault.path == "$.journal.entries[0].written_at" for fault in faults)
    assert any(fault.path == "$.journal.entries[1]" for fault in faults)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.update(version=99),
        lambda document: document.update(format="spinecare/plan"),
        lambda document: document.update(mood="good"),
        lambda document: document.pop("generator"),
    ],
    ids=["newer", "other", "key", "missing"],
)
def test_a_strange_envelope_costs_no_entry(change: Any) -> None:
    """It is told, and the entries are read as far as they can be."""
    found, faults = recover_journal(changed(change))

    assert found == KEPT
    assert len(faults) == 1


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", '{"journal": {"entries": {}}}', b"\xff\xfe"]
)
def test_what_holds_no_entry_gives_an_empty_journal_and_says_why(text: str | bytes) -> None:
    """Never an error: whoever rescues wants to see what there is."""
    found, faults = recover_journal(text)

    assert found == Journal()
    assert faults


def test_bytes_that_are_no_text_cost_what_they_stand_in() -> None:
    """A file from a broken disk."""
    data = bytearray(TEXT.encode())
    data[TEXT.index("2026-11-25")] = 0xFF

    found, faults = recover_journal(bytes(data))

    assert set(felt(KEPT.entries)) - set(felt(found.entries)) == {felt(KEPT.entries)[2]}
    assert faults


def test_a_broken_entry_is_shown_with_its_line() -> None:
    """So that a person can look and mend it."""
    damaged = TEXT.replace("2026-11-24", '2026-11-24"', 1)

    found, faults = recover_journal(damaged)

    line = damaged[: damaged.index("s-2026-11-24")].count("\n") + 1
    assert len(found.entries) == len(KEPT.entries) - 1
    broken = next(fault for fault in faults if "read whole" in fault.message)
    assert abs((broken.line or 0) - line) <= 1
    assert '"session"' in broken.message


def test_something_else_than_text_is_refused() -> None:
    """As the strict reader does."""
    with pytest.raises(InvalidValueError, match="journal must be a document as text or bytes"):
        recover_journal(3)  # type: ignore[arg-type]


def test_a_file_as_long_as_ten_years_is_rescued_in_one_go() -> None:
    """Each character is looked at a few times, not as often as there are entries."""
    long = Journal(entries=[calm(number) for number in range(3000)])

    found, faults = recover_journal(to_json(long)[:-5])

    assert found == long
    assert len(faults) == 1


def test_an_entry_whose_exercise_cannot_be_read_is_lost_and_never_speaks_of_the_whole_session() -> (
    None
):
    """Zeros meant for one exercise would vouch for all the others."""
    whole = to_json(Journal(entries=(calm(0), calm(1))))
    damaged = whole.replace(f'"{BRIDGE}"', '"two legs!"', 1)

    recovered, faults = recover_journal(damaged)

    assert [one.exercise for one in recovered.entries] == [BRIDGE]
    assert any("exercise" in fault.message and "lost" in fault.message for fault in faults)
