"""Six thousand damaged files: each is a value, or refused with place, expectation and value."""

from __future__ import annotations

import os
import random
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.codec import from_data
from spinecare.errors import FaultyInputError, SpinecareError
from spinecare.export import from_json, recover_journal, to_json
from spinecare.model import Catalogue, Journal, Person
from spinecare.profile import load_person
from tests.mutations import as_toml, damage_bytes, damage_data
from tests.reviewing.builders import calm

pytestmark = pytest.mark.no_cover  # tests/README.md says why

PROFILE = b"""\
name = "Ann"
timezone = "Europe/Berlin"
goals = ["ease-neck", "relax"]
routines = ["neck"]
conditions = ["disc-herniation"]
equipment = ["mat"]
wakes_at = 06:30:00
desk = "Mon-Fri 09:00-17:00"
level = "practised"
pain = 2
tense = []
availability = "Mon-Fri 07:00, 19:00 20 min; Sat 10:00 45 min (office)"

[screening]
yes = []
others = "no"

[[places]]
name = "office"
has_floor = true
equipment = ["mat"]
"""
OWN = b"""\
stop_signs = ["dizziness"]

[[entries]]
id = "my-lean"
name = "My lean"
record = "exercise"
kinds = ["static-stretch"]
role = "mixed"
start = "supine"
end = { position = "prone", contacts = [{ part = "back", on = "floor" }] }
sides = "left-right"
first_side = "left"
instruction = "Lean back."
regions = ["neck"]
tags = ["supine"]
equipment = ["mat"]
safety = ["Slowly."]
defaults = [{ name = "hold_s", source = "D-ACSM; D-RT" }]
amounts = [{ name = "knee_deg", low = 10, high = 20 }]

[entries.dose]
hold_s = "10-30 s"
reps = { count = [6, 8], per = "side" }
tempo = { out_s = 2, back_s = "2 s" }

[[entries.phases]]
kind = "move"
cue = "Lean."
seconds = [10, 30]

[[entries.phases]]
kind = "relax"
cue = "Let go."

[[entries]]
id = "my-bow"
name = "My bow"
record = "variant"
kinds = ["mobility"]
role = "none"
start = "standing"
sides = "both-together"
instruction = "Bow."
of = "my-lean"

[[routines]]
id = "my-routine"
name = "My routine"
summary = "What I like."
entries = ["my-lean", "my-bow"]
cadence = { kind = "window", window_days = [5, 8] }
stages = [{ opens = ["my-bow"], after = ["my-lean"], days = 3 }]

[[edges]]
before = "my-lean"
after = "my-bow"
"""
SHARDS = range(10)
ROUNDS = 500 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 100
"""Files of each kind of damage in each shard."""


def refusal(load: Callable[[], object], kind: type[Any]) -> str:
    """Return what is wrong with how a load ended; nothing when it ended well."""
    try:
        return "" if isinstance(load(), kind) else "something else was loaded"
    except FaultyInputError as error:
        return _of_faults(error)
    except SpinecareError as error:
        return f"no list of faults: {error!r}"
    except Exception as error:  # noqa: BLE001  finding those is the point
        return f"an error of another kind: {error!r}"


def _of_faults(error: FaultyInputError) -> str:
    for fault in error.faults:
        named = (
            fault.path.startswith("$") and " must " in fault.message and ", got" in fault.message
        )
        if not named:
            return f"no place, expectation or value: {fault}"
        if not str(fault).isprintable() or len(str(fault)) > 2_000:
            return f"not fit to print: {fault!r}"
    return "" if error.faults else "no fault"


@pytest.mark.parametrize("shard", SHARDS)
def test_a_damaged_profile_is_a_person_or_refused(tmp_path: Path, shard: int) -> None:
    """Three thousand profiles on every run: bytes, tables, and data that no TOML could hold."""
    chance = random.Random(f"profile {shard}")
    file = tmp_path / "me.toml"
    data = tomllib.loads(PROFILE.decode())
    half = {"name": "\ud800", "\ud800": None, "pain": None, "goals": None, "desk": {"start": None}}

    for _ in range(ROUNDS):
        file.write_bytes(damage_bytes(PROFILE, chance))
        assert refusal(lambda: load_person(file), Person) == ""
        file.write_text(as_toml(damage_data(data, chance)))
        assert refusal(lambda: load_person(file), Person) == ""
        odd = damage_data({**data, **dict([chance.choice(list(half.items()))])}, chance)
        assert refusal(lambda odd=odd: from_data(odd, Person, what="person"), Person) == ""  # type: ignore[misc]


@pytest.mark.parametrize("shard", SHARDS)
def test_a_damaged_catalogue_is_a_catalogue_or_refused(tmp_path: Path, shard: int) -> None:
    """Two thousand files on every run, beside the built-in ones."""
    chance = random.Random(f"catalogue {shard}")
    file = tmp_path / "own.toml"
    data = tomllib.loads(OWN.decode())

    for _ in range(ROUNDS):
        file.write_bytes(damage_bytes(OWN, chance))
        assert refusal(lambda: load_catalogue(file), Catalogue) == ""
        file.write_text(as_toml(damage_data(data, chance)))
        assert refusal(lambda: load_catalogue(file), Catalogue) == ""


@pytest.mark.parametrize("shard", SHARDS)
def test_a_damaged_journal_is_read_as_far_as_it_can_be(shard: int) -> None:
    """A thousand on every run: never an error, and nothing is lost or changed without a fault."""
    chance = random.Random(f"journal {shard}")
    sound = Journal(entries=[calm(number) for number in range(6)])
    content = to_json(sound).encode()

    for _ in range(ROUNDS):
        damaged = damage_bytes(content, chance)
        found, faults = recover_journal(damaged)
        if not faults:
            assert from_json(damaged, Journal) == found


@pytest.mark.parametrize("content", [PROFILE, OWN])
def test_the_files_are_whole_before_they_are_damaged(tmp_path: Path, content: bytes) -> None:
    """Otherwise nothing but their first fault would be tried."""
    file = tmp_path / "a.toml"
    file.write_text(as_toml(tomllib.loads(content.decode())))

    loaded = load_person(file).name if content is PROFILE else load_catalogue(file).notice

    assert loaded
