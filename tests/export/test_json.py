"""A plan as JSON: the same plan comes back, and nothing else comes in."""

from __future__ import annotations

import copy
import json
import random
import tomllib
from datetime import date, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spinecare._version import __version__
from spinecare.envelope import write_envelope
from spinecare.errors import (
    FaultyInputError,
    InvalidValueError,
    NewerVersionError,
    SpinecareError,
)
from spinecare.export import from_json, to_json
from spinecare.model import Day, Plan
from tests.export.plan_strategies import plans
from tests.export.sample_plans import (
    build_plan,
    desk_breaks,
    empty_plan,
    plan_with_text,
    revised_plan,
    rotation,
    sample_plan,
    session,
    stretch,
)

MUTATIONS = 2000


def _document() -> dict[str, Any]:
    """Return the sample plan as a parsed document."""
    parsed: dict[str, Any] = json.loads(to_json(sample_plan()))
    return parsed


def _refusal(document: object) -> FaultyInputError:
    """Return the error that a document is refused with."""
    text = document if isinstance(document, (str, bytes)) else json.dumps(document)
    with pytest.raises(FaultyInputError) as caught:
        from_json(text)
    return caught.value


def _places(document: object) -> list[str]:
    return [fault.path for fault in _refusal(document).faults]


@given(plans())
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    """The law of the pair `to_json` and `from_json`, for text and for bytes."""
    text = to_json(plan)

    assert from_json(text) == plan
    assert from_json(text.encode()) == plan


@given(plans())
def test_equal_plans_give_equal_text(plan: Plan) -> None:
    """Writing twice, and writing what was read, give the same bytes."""
    text = to_json(plan)

    assert to_json(attrs.evolve(plan)) == text
    assert to_json(from_json(text)) == text


def test_the_moment_of_a_plan_is_written_alike_in_every_zone() -> None:
    """Plans that are equal but for the zone of their moment have equal text."""
    plan = sample_plan()
    elsewhere = plan.updated_at.astimezone(timezone(timedelta(hours=9)))

    moved = attrs.evolve(plan, updated_at=elsewhere)

    assert moved == plan
    assert to_json(moved) == to_json(plan)


@pytest.mark.parametrize(
    "plan", [sample_plan(), empty_plan(), revised_plan()], ids=["week", "empty", "revised"]
)
def test_every_sample_comes_back(plan: Plan) -> None:
    """Empty weeks, cancelled sessions and findings are no exception."""
    assert from_json(to_json(plan)) == plan


def test_the_document_says_what_it_is_before_it_says_anything_else() -> None:
    """Envelope keys first, then the plan's own, in the order of the model."""
    document = _document()

    assert list(document) == ["format", "version", "generator", "plan"]
    assert document["format"] == "spinecare/plan"
    assert document["version"] == 1
    assert document["generator"] == f"spinecare {__version__}"
    assert list(document["plan"]) == [field.name for field in attrs.fields(Plan)]


def test_the_version_is_that_of_the_project() -> None:
    """The constant in the code and `pyproject.toml` cannot drift apart."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())

    assert project["project"]["version"] == __version__


def test_the_text_is_for_people_too() -> None:
    """Lines that fit a screen, characters as themselves, one newline at the end."""
    text = to_json(plan_with_text("Élan – 背中 🧘"))

    assert text.startswith('{\n "format": "spinecare/plan", "version": 1, "generator": ')
    assert max(len(line) for line in text.splitlines() if "instruction" not in line) < 150
    assert "Élan – 背中 🧘" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_half_a_character_is_refused_when_writing() -> None:
    """A lone surrogate would make a file that nobody can read."""
    with pytest.raises(InvalidValueError, match=r"plan must be text that UTF-8 can hold"):
        write_envelope("plan", 1, {"name": "half \ud83e"})


def test_a_byte_order_mark_is_skipped() -> None:
    """Some editors put one before the text."""
    text = to_json(sample_plan())

    assert from_json("\ufeff" + text) == sample_plan()
    assert from_json(b"\xef\xbb\xbf" + text.encode()) == sample_plan()


def test_a_newer_version_is_refused_by_name() -> None:
    """Its other keys are not complained about: they may be right there."""
    document = {**_document(), "version": 2, "new": True}

    error = _refusal(document)

    assert isinstance(error, NewerVersionError)
    assert len(error.faults) == 1
    assert str(error.faults[0]) == (
        "$.version: must be 1 or older, got 2, which a newer spinecare wrote; "
        "update spinecare to read it"
    )


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None, [1], 10**400])
def test_a_version_is_a_whole_number_from_one(version: object) -> None:
    """Anything else is a fault at its place, also a number no computer holds."""
    error = _refusal({**_document(), "version": version})

    assert [fault.path for fault in error.faults] == ["$.version"]
    assert type(error) is FaultyInputError


def test_another_format_is_refused_by_name() -> None:
    """The fault names the format that came."""
    error = _refusal({**_document(), "format": "spinecare/person"})

    assert [str(fault) for fault in error.faults] == [
        "$.format: must be 'spinecare/plan', got 'spinecare/person'"
    ]


def test_faults_of_envelope_and_plan_come_together() -> None:
    """One reading is enough to mend everything."""
    document = _document()
    document["extra"] = 1
    document["generator"] = 7
    document["plan"]["revision"] = "0"
    document["plan"]["weeks"][0]["days"][0]["sessions"][0]["steps"][1]["sides"] = ["up"]
    del document["plan"]["id"]

    assert set(_places(document)) == {
        "$.extra",
        "$.generator",
        "$.plan.revision",
        "$.plan.weeks[0].days[0].sessions[0].steps[1].sides[0]",
        "$.plan.id",
    }


def test_an_envelope_without_anything_names_what_is_missing() -> None:
    """All four keys are required."""
    assert _places({}) == ["$.format", "$.version", "$.generator", "$.plan"]


def _tables(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths of all tables in a document."""
    if isinstance(value, dict):
        inner = [place for key, item in value.items() for place in _tables(item, (*path, key))]
        return [path, *inner]
    if isinstance(value, list):
        return [place for i, item in enumerate(value) for place in _tables(item, (*path, i))]
    return []


def _written(path: tuple[Any, ...]) -> str:
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


def test_an_unknown_key_is_refused_at_every_depth() -> None:
    """Whatever table it is put into, the fault names that place and no other."""
    document = _document()
    samples = _tables(document)
    by_shape = {tuple(part for part in path if isinstance(part, str)): path for path in samples}

    for path in by_shape.values():
        changed = _document()
        table: Any = changed
        for part in path:
            table = table[part]
        table["surprise"] = 1

        place = _written(path)
        # repetitions are refused as a whole, since they may be a list as well
        is_reps = place.endswith(".reps")
        assert _places(changed) == [place if is_reps else f"{place}.surprise"]
    assert len(by_shape) > 20


def test_a_missing_key_is_named_with_its_place() -> None:
    """Also deep inside."""
    document = _document()
    del document["plan"]["weeks"][0]["days"][1]["sessions"][0]["steps"][0]["sides"]

    assert _places(document) == ["$.plan.weeks[0].days[1].sessions[0].steps[0].sides"]


def test_a_key_that_comes_twice_is_refused_with_its_place() -> None:
    """Other parsers take the last one silently; here nobody has to guess."""
    text = to_json(sample_plan())
    doubled = text.replace('"reps": 5,', '"reps": 5,\n "reps": 6,', 1).replace(
        '"version": 1,', '"version": 1, "version": 1,'
    )

    faults = _refusal(doubled).faults

    assert [str(fault) for fault in faults] == [
        "$.version: must come once, got it twice",
        "$.plan.weeks[0].days[0].sessions[0].steps[1].reps: must come once, got it twice",
    ]


def test_half_a_character_in_a_key_is_refused_readably() -> None:
    """The message itself must be printable."""
    text = to_json(sample_plan()).replace('"revision"', '"\\ud83e"')

    error = _refusal(text)

    assert str(error).encode()
    assert [fault.path for fault in error.faults] == ["$.plan.\\ud83e"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
@pytest.mark.parametrize("name", ["revision", "name", "start"])
def test_a_number_that_is_none_is_refused_where_it_stands(number: str, name: str) -> None:
    """`NaN`, infinities and numbers too big for any computer have no place in a plan."""
    document = _document()
    document["plan"][name] = "PUT IT HERE"

    text = json.dumps(document).replace('"PUT IT HERE"', number)

    assert _places(text) == [f"$.plan.{name}"]


def test_broken_json_is_refused_with_its_line() -> None:
    """The line counts from one; without a file name the message says so in words."""
    error = _refusal('{\n  "format": "spinecare/plan",\n  oops\n}')

    assert [fault.line for fault in error.faults] == [3]
    assert "- line 3: $: must be JSON, got column 3" in str(error)


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    """A plan saved in another encoding is not guessed at."""
    error = _refusal('{"format": "spinecare/plan",\n "n": "é"}'.encode("latin-1"))

    assert [fault.line for fault in error.faults] == [2]
    assert "must be UTF-8" in str(error)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "[" * 900 + "]" * 900])
def test_a_bottomless_document_is_refused(text: str) -> None:
    """Depth is no way to crash a program."""
    assert len(_refusal(text).faults) == 1


def test_a_deep_document_inside_a_plan_is_refused() -> None:
    """Neither the search for places nor the message runs out of stack."""
    inner = "[" * 700 + '{"a": 1, "a": 2}' + "]" * 700
    text = to_json(sample_plan()).replace('"revision": 0', f'"revision": {inner}')

    assert len(_refusal(text).faults) == 1


@pytest.mark.parametrize("text", ["", "[]", "1", '"plan"', "null", "{} {}"])
def test_what_is_no_table_is_refused(text: str) -> None:
    """The outermost value is the envelope."""
    assert _places(text) == ["$"]


def test_something_that_is_no_text_is_refused() -> None:
    """Giving the parsed document instead of its text is a likely slip."""
    with pytest.raises(InvalidValueError, match="plan must be a document as text or bytes"):
        from_json({})  # type: ignore[call-overload]  # a caller without types


def _read(text: str | bytes) -> None:
    """Read a mutated document: a plan that can be written again, or our own error."""
    try:
        plan = from_json(text)
    except SpinecareError as error:
        message = str(error)
    else:
        message = to_json(plan)
        assert from_json(message) == plan
    message.encode()


def _small_plan() -> Plan:
    """Return a plan with one session and one break, quick to read."""
    monday = date(2026, 11, 23)
    day = Day(
        date=monday,
        sessions=(session(monday, "07:00", (rotation(), stretch())),),
        desk_breaks=desk_breaks("10:00"),
    )
    plan = build_plan(lambda other: day if other == monday else Day(date=other))
    used = plan.catalogue.restricted_to(
        entries=frozenset({"neck-2-rotation", "lying-04-figure-four"}),
        routines=frozenset({"neck"}),
        advice=frozenset(),
    )
    return attrs.evolve(plan, catalogue=used)


@pytest.mark.no_cover  # tests/README.md says why
def test_random_bytes_never_break_the_reader() -> None:
    """Thousands of plans with bytes changed, cut out, doubled or put in."""
    chance = random.Random(7)
    good = to_json(_small_plan()).encode()

    for _ in range(MUTATIONS):
        start = chance.randrange(len(good))
        length = chance.choice([0, 1, 1, 2, 5, 100])
        filling = chance.choice(
            [
                b"",
                chance.randbytes(chance.randrange(4)),
                good[start : start + length] * 2,
                b'"',
                b"9",
            ]
        )
        _read(good[:start] + filling + good[start + length :])


_JUNK: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 1e308, 10**30, "", " ", "x", "\x00", "2026-02-30", "24:00"),
    *("0001-01-01", "9999-12-31", [], {}, [[]], [1, 2, 3], {"a": 1}, "🧘", "both", "../etc"),
)


def _mutate(document: dict[str, Any], chance: random.Random) -> None:
    """Change one place of a document: another value, one less, one more, one twice."""
    place: Any = document
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = chance.choice(keys)
        if not isinstance(place[key], (dict, list)) or not place[key] or chance.random() < 0.1:
            break
        place = place[key]
    change = chance.randrange(5)
    if change == 0:
        del place[key]
    elif change == 1 and isinstance(place, list):
        place.insert(key, place[key])
    elif change == 2 and isinstance(place, dict):
        place[chance.choice(["extra", "id", "name", "seconds"])] = copy.deepcopy(
            chance.choice(_JUNK)
        )
    else:
        place[key] = copy.deepcopy(chance.choice(_JUNK))


@pytest.mark.no_cover  # tests/README.md says why
def test_random_changes_of_structure_never_break_the_reader() -> None:
    """Thousands of plans with values replaced, taken away or doubled."""
    chance = random.Random(11)
    good = to_json(_small_plan())

    for _ in range(MUTATIONS):
        document = json.loads(good)
        for _ in range(chance.choice([1, 1, 1, 2, 5])):
            _mutate(document, chance)
        _read(json.dumps(document))


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_nonsense_is_refused(text: str | bytes) -> None:
    """Anything at all may be handed in."""
    with pytest.raises(FaultyInputError):
        from_json(text)
