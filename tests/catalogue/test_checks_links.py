"""Every id in a catalogue leads somewhere, or is told where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from spinecare.catalogue import load_catalogue
from tests.catalogue.own_files import edge, entry, faults_of, routine, table

ALONE = 'id = "x-1"\nname = "X"\n'
UNKNOWN = "must be one of the catalogue's ids, got 'zz'"

LINKS: list[tuple[str, str]] = [
    (entry(of='"zz"'), f"$.entries[0].of: exercise {UNKNOWN}"),
    (entry(items='["zz"]'), f"$.entries[0].items[0]: exercise {UNKNOWN}"),
    (entry(regions='["neck", "zz"]'), f"$.entries[0].regions[1]: region {UNKNOWN}"),
    (entry(muscles='["zz"]'), f"$.entries[0].muscles[0]: muscle {UNKNOWN}"),
    (entry(tags='["zz"]'), f"$.entries[0].tags[0]: tag {UNKNOWN}"),
    (entry(equipment='["zz"]'), f"$.entries[0].equipment[0]: equipment {UNKNOWN}"),
    (
        entry(phases='[{ kind = "move", cue = "x", sources = ["zz"] }]'),
        f"$.entries[0].phases[0].sources[0]: source {UNKNOWN}",
    ),
    (
        entry(safety='[{ text = "x", sources = ["zz"] }]'),
        f"$.entries[0].safety[0].sources[0]: source {UNKNOWN}",
    ),
    (
        entry(cautions='["x", { text = "x", sources = ["zz"] }]'),
        f"$.entries[0].cautions[1].sources[0]: source {UNKNOWN}",
    ),
    (
        entry(defaults='[{ name = "reps", source = "D-RT; D-NOPE, line 3" }]'),
        "$.entries[0].defaults[0].source: source must be one of the catalogue's ids, got 'D-NOPE'",
    ),
    (routine(entries='["zz"]'), f"$.routines[0].entries[0]: exercise {UNKNOWN}"),
    (routine(opening='["zz"]'), f"$.routines[0].opening[0]: exercise {UNKNOWN}"),
    (routine(closing='["zz"]'), f"$.routines[0].closing[0]: exercise {UNKNOWN}"),
    (routine(rules='["zz"]'), f"$.routines[0].rules[0]: rule {UNKNOWN}"),
    (
        routine(cadence='{ kind = "times-a-day", sources = ["zz"] }'),
        f"$.routines[0].cadence.sources[0]: source {UNKNOWN}",
    ),
    (
        routine(stages='[{ opens = ["zz"], after = ["zy"], days = 1, sources = ["zx"] }]'),
        f"$.routines[0].stages[0].opens[0]: exercise {UNKNOWN}",
    ),
    (
        routine(stages='[{ opens = ["zy"], after = ["zz"], days = 1 }]'),
        f"$.routines[0].stages[0].after[0]: exercise {UNKNOWN}",
    ),
    (
        routine(stages='[{ opens = ["zy"], after = ["zx"], days = 1, sources = ["zz"] }]'),
        f"$.routines[0].stages[0].sources[0]: source {UNKNOWN}",
    ),
    (
        routine(series='[{ items = ["zz"], times = 2 }]'),
        f"$.routines[0].series[0].items[0]: exercise {UNKNOWN}",
    ),
    (edge("zz", "neck-1-lowering"), f"$.edges[0].before: exercise {UNKNOWN}"),
    (edge("neck-1-lowering", "zz"), f"$.edges[0].after: exercise {UNKNOWN}"),
    (
        f'[[advice]]\n{ALONE}instruction = "x"\nregions = ["zz"]\n',
        f"$.advice[0].regions[0]: region {UNKNOWN}",
    ),
    (
        f'[[advice]]\n{ALONE}instruction = "x"\nequipment = ["zz"]\n',
        f"$.advice[0].equipment[0]: equipment {UNKNOWN}",
    ),
    (
        f'[[rules]]\n{ALONE}instruction = "x"\napplies = ["zz"]\n',
        f"$.rules[0].applies[0]: routine {UNKNOWN}",
    ),
    (
        table(
            "red_flags",
            {"id": '"x"', "group": '"x"', "urgency": '"urgent"', "question": '"x"'}
            | {"sources": '["zz"]'},
        ),
        f"$.red_flags[0].sources[0]: source {UNKNOWN}",
    ),
    *(
        (
            f'[[conditions]]\nid = "x"\nlabel = "x"\nnotes = "x"\n{field} = ["zz"]\n',
            f"$.conditions[0].{field}[0]: {kind} {UNKNOWN}",
        )
        for field, kind in (
            ("avoid", "tag"),
            ("entries_avoid", "exercise"),
            ("caution", "tag"),
            ("entries_caution", "exercise"),
            ("sources", "source"),
        )
    ),
    *(
        (
            table(
                "claims",
                {"id": '"x"', "number": "99", "text": '"x"', "label": '"partly"'}
                | {"finding": '"x"', field: '["zz"]'},
            ),
            f"$.claims[0].{field}[0]: {kind} {UNKNOWN}",
        )
        for field, kind in (("sources", "source"), ("about", "subject of a claim"))
    ),
    (
        '[[positions]]\nid = "zz"\nname = "x"\n',
        f"$.positions[0].id: position {UNKNOWN}",
    ),
]


@pytest.mark.parametrize(("text", "fault"), LINKS, ids=[fault for _, fault in LINKS])
def test_every_link_leads_somewhere(tmp_path: Path, text: str, fault: str) -> None:
    """An id that nothing has is told where it is named."""
    assert any(told.startswith(fault) for told in faults_of(tmp_path, text))


def test_an_unknown_id_comes_with_the_nearest_ones(tmp_path: Path) -> None:
    """And a very long one without: nobody mistyped that."""
    (near,) = faults_of(tmp_path, entry(regions='["nekc"]'))
    (far,) = faults_of(tmp_path, entry(regions=f'["{"neck" * 50}"]'))

    assert near.endswith("got 'nekc'; Maybe neck")
    assert "Maybe" not in far


def test_positions_of_poses_are_described_in_the_catalogue() -> None:
    """Every position that an entry starts, passes or ends in."""
    catalogue = load_catalogue()
    known = {term.id for term in catalogue.positions}
    poses = [
        pose
        for found in catalogue.entries
        for pose in (found.start, found.end, *(phase.pose for phase in found.phases))
        if pose is not None
    ]

    assert {pose.position.value for pose in poses} <= known
