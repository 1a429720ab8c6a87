"""The checks of a merged catalogue: each finds its own breach, at the item it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinecare.catalogue import load_catalogue
from tests.catalogue.own_files import MOVE, RELAX, edge, entry, faults_of, routine

AGREEING: list[tuple[str, str]] = [
    (entry("neck"), "$.entries[0].id: id must be given once, got 'neck' again; Maybe"),
    (routine("neck"), "$.routines[0].id: id must be given once, got 'neck' again; Maybe choose"),
    (
        routine("towel-roller-lying"),
        "$.routines[0].id: id must be given once, got 'towel-roller-lying' again; Maybe choose",
    ),
    (entry("life-pillow"), "$.entries[0].id: id must be given once, got 'life-pillow' again"),
    (
        '[[advice]]\nid = "towel-roller-lying"\nname = "x"\ninstruction = "x"\n',
        "$.advice[0].id: id must be given once, got 'towel-roller-lying' again",
    ),
    (
        '[[tags]]\nid = "supine"\nmeaning = "x"\n',
        "$.tags[0].id: id must be given once, got 'supine' again; Maybe choose",
    ),
    (
        '[[claims]]\nid = "x"\nnumber = 1\ntext = "x"\nlabel = "partly"\nfinding = "x"\n',
        "$.claims[0].number: number must be given once, got 1",
    ),
    (
        entry("x-1") + entry("x-2") + edge("x-1", "x-2") * 2,
        "$.edges[1]: edge must be given once, got 'x-1' before 'x-2' again",
    ),
    ('stop_signs = ["x", "x"]', "$.stop_signs[1]: stop sign must be given once, got 'x' again"),
    (
        entry("x-1") + entry("x-2") + edge("x-1", "x-2") + edge("x-2", "x-1"),
        "$.edges[1]: edges must form no circle, got x-1 before x-2 before x-1",
    ),
    (entry("x-1") + edge("x-1", "x-1"), "$.edges[0]: edges must form no circle, got x-1 before"),
    (
        entry("x-1", of='"x-2"') + entry("x-2", of='"x-1"'),
        "$.entries[1].of: of must form no circle, got x-1 -> x-2 -> x-1",
    ),
    (
        entry("x-1", items='["x-2"]') + entry("x-2", items='["x-1"]'),
        "$.entries[1].items: items must form no circle, got x-1 -> x-2 -> x-1",
    ),
    (
        entry("x-1") + entry("x-2") + edge("x-1", "x-2") + routine(entries='["x-2", "x-1"]'),
        "$.routines[0].entries[0]: entries must keep the order of the edges, got 'x-2' before",
    ),
    (
        entry("x-1") + entry("x-2") + edge("x-1", "x-2", "true") + routine(entries='["x-2"]'),
        "$.routines[0].entries[0]: entries must hold what 'x-2' needs, got no 'x-1'",
    ),
    (
        entry("x-1")
        + entry("x-2")
        + routine(entries='["x-1"]', stages='[{ opens = ["x-2"], after = ["x-1"], days = 1 }]'),
        "$.routines[0].stages[0].opens[0]: id must be one of the routine's own entries, got 'x-2'",
    ),
    (
        entry("x-1")
        + entry("x-2")
        + routine(entries='["x-1"]', stages='[{ opens = ["x-1"], after = ["x-2"], days = 1 }]'),
        "$.routines[0].stages[0].after[0]: id must be one of the routine's own entries, got 'x-2'",
    ),
    (
        entry("x-1")
        + entry("x-2")
        + routine(entries='["x-1"]', series='[{ items = ["x-2"], times = 2 }]'),
        "$.routines[0].series[0].items[0]: id must be one of the routine's own entries, got 'x-2'",
    ),
    (
        entry("x-1")
        + routine(entries='["x-1"]', stages='[{ opens = ["x-1"], after = ["x-1"], days = 1 }]'),
        "$.routines[0].stages[0]: stage must open other exercises than it comes after, got 'x-1'",
    ),
    (
        entry(dose='{ hold_s = "at least 20 s" }'),
        "$.entries[0].dose.hold_s: hold_cap_s must be given for an 'at least', got none; Maybe",
    ),
    (
        entry(dose='{ hold_s = "at least 20 s", hold_cap_s = 10 }'),
        "$.entries[0].dose.hold_cap_s: hold_cap_s must be 20 or more, got 10",
    ),
    (
        entry(phases=f'[{MOVE}, {{ kind = "relax", cue = "x", seconds = "at least 5 s" }}]'),
        "$.entries[0].phases[1].seconds: hold_cap_s must be given",
    ),
    (
        entry(dose='{ reps = "at least 2" }'),
        "$.entries[0].dose.reps: reps_cap must be given for an 'at least', got none",
    ),
    (
        entry(dose='{ reps = "at least 3", reps_cap = 2 }'),
        "$.entries[0].dose.reps_cap: reps_cap must be 3 or more, got 2",
    ),
    (
        entry(dose='{ sets = "at least 2" }'),
        "$.entries[0].dose.sets: span must have a highest value, got at least 2",
    ),
    *(
        (
            entry(role='"relax"', sides=f'"{sides}"', phases=f"[{RELAX}]"),
            f"$.entries[0].phases: phases must move, hold or stretch something for sides '{sides}'",
        )
        for sides in ("left-right", "alternating", "diagonal")
    ),
    (
        entry(first_side='"left"'),
        "$.entries[0].first_side: first_side must be given only where one side comes first, got",
    ),
    (
        entry(sides='"left-right"', first_side='"both"'),
        "$.entries[0].first_side: first_side must be left or right, got 'both'",
    ),
    (
        entry(sides='"alternating"', dose='{ reps = { count = [5, 8], per = "total" } }'),
        "$.entries[0].dose.reps: reps per total must begin with an even count, so that both",
    ),
    *(
        (
            entry(role=f'"{role}"', phases=f"[{RELAX}]"),
            f"$.entries[0].role: role '{role}' must have a phase of stress, got none; Maybe",
        )
        for role in ("stress", "mixed")
    ),
    (
        entry(role='"relax"', phases='[{ kind = "hold", cue = "x", role = "stress" }]'),
        "$.entries[0].phases[0].role: role must not be 'stress' in an entry of role 'relax'",
    ),
    (
        entry(phases=f'[{MOVE}, {{ kind = "relax", cue = "x", role = "stress" }}]'),
        "$.entries[0].phases[1].role: role must not be 'stress' in a phase of kind 'relax'",
    ),
    (
        entry(record='"protocol"', phases="[]"),
        "$.entries[0]: protocol must have items or phases, got neither; Maybe list",
    ),
]


@pytest.mark.parametrize(("text", "fault"), AGREEING, ids=[fault for _, fault in AGREEING])
def test_the_parts_of_a_catalogue_agree(tmp_path: Path, text: str, fault: str) -> None:
    """What contradicts itself is told, alone, at the item it is about."""
    (told,) = faults_of(tmp_path, text)

    assert told.startswith(fault)


@pytest.mark.parametrize(
    "text",
    [
        entry(dose='{ hold_s = "at least 20 s", hold_cap_s = 20, reps = "at least 2" }').replace(
            'reps = "at least 2"', 'reps = "at least 2", reps_cap = 2'
        ),
        entry(sides='"left-right"', first_side='"left"'),
        entry(sides='"alternating"', dose='{ reps = { count = [6, 8], per = "total" } }'),
        entry(sides='"either"', role='"relax"', phases=f"[{RELAX}]"),
        entry(record='"protocol"', phases="[]", items='["neck-1-lowering"]').replace(
            "neck-1-lowering", load_catalogue().entries[0].id
        ),
        entry(role='"none"', phases=f"[{MOVE}]"),
        entry(
            start='"supine"', end='"prone"', phases='[{ kind = "move", cue = "x", pose = "prone" }]'
        ),
        entry("x-1") + routine("x-1", entries='["x-1"]'),
        entry("x-1") + entry("x-2") + edge("x-1", "x-2") + routine(entries='["x-2"]'),
        entry("x-1") + entry("x-2") + edge("x-1", "x-2", "true") + routine(entries='["x-1"]'),
        entry("x-1")
        + entry("x-2")
        + edge("x-1", "x-2", "true")
        + routine(opening='["x-1"]', entries='["x-2"]'),
        entry("x-1")
        + entry("x-2")
        + entry("x-3")
        + (edge("x-1", "x-2") + edge("x-2", "x-3") + edge("x-1", "x-3")),
    ],
)
def test_what_agrees_is_loaded(tmp_path: Path, text: str) -> None:
    """The checks refuse no more than they must."""
    file = tmp_path / "own.toml"
    file.write_text(text)

    assert len(load_catalogue(file).entries) > len(load_catalogue().entries)


def test_a_chain_longer_than_pythons_stack_is_walked(tmp_path: Path) -> None:
    """A file may hold what recursion could not."""
    links = "".join(entry(f"x-{n}", of=f'"x-{n + 1}"') for n in range(1500))

    (told,) = faults_of(tmp_path, links + entry("x-1500", of='"zz"'))

    assert told.startswith("$.entries[1500].of: exercise")


def test_all_breaches_of_a_catalogue_come_at_once(tmp_path: Path) -> None:
    """In the order of the lines."""
    text = entry("x-1", tags='["zz"]', first_side='"left"') + edge("x-1", "x-1")

    assert [told.split(":")[0] for told in faults_of(tmp_path, text)] == [
        "$.entries[0].tags[0]",
        "$.entries[0].first_side",
        "$.edges[0]",
    ]
