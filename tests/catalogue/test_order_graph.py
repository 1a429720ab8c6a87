"""What comes before what, stages, cadences, openings and closings: the catalogue's §17 and §1.1."""

from __future__ import annotations

from itertools import pairwise

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Edge, Routine, SessionPart

CATALOGUE = load_catalogue()
EDGES: dict[tuple[str, str], Edge] = {(edge.before, edge.after): edge for edge in CATALOGUE.edges}
RELIEF = "relief-before-gymnastics"
RISE = "transition-roll-and-rise"
FETAL = "lying-fetal-rest"

NEEDS = {
    ("upper-back-2", "upper-back-3"): 103,
    ("lying-02", "lying-03"): 178,
    ("lying-04", "lying-05a"): 188,
    ("lying-06a", "lying-08a"): 206,
    ("lying-07", "lying-08a"): 206,
    ("lying-09a", "lying-10f"): 241,
}
"""Where the later exercise repeats or uses the earlier one: line of the article."""
CHAINS = {
    "upper-back-4 upper-back-5 upper-back-6": (107, 109),
    "lumbar-1 lumbar-2 lumbar-3": (115, 117),
    "lying-01 lying-01b": (159,),
    "lying-05a lying-05b lying-05c": (190, 192),
    "lying-09a lying-09b lying-09c lying-09d": (214, 216, 218, 221),
    "lying-10a lying-10b lying-10c lying-10d lying-10e lying-10f": (
        226,
        230,
        232,
        235,
        237,
        239,
        241,
    ),
    "lying-11a lying-11b": (249,),
    "extra-05 extra-10": (273,),
    "extra-09 extra-10": (273,),
    "yoga-corpse yoga-wind yoga-two yoga-cleansing yoga-supine yoga-pigeon yoga-spinal": tuple(
        line for first in range(47, 53) for line in (first, first + 1)
    ),
    **{f"neck-{first} neck-{later}": (85,) for later in (4, 5) for first in (1, 2, 3)},
}
"""Where one only comes before the other: the lines of the article, edge by edge."""


def full(short: str) -> str:
    """Return the id that begins with the words of a short one."""
    return next(entry.id for entry in CATALOGUE.entries if entry.id.startswith(f"{short}-"))


def between(before: str, after: str) -> Edge:
    """Return the edge between two entries, or say that there is none."""
    assert (before, after) in EDGES, f"no edge from {before} to {after}"
    return EDGES[before, after]


def entries_of(*ids: str) -> list[str]:
    """Return the entries of routines."""
    return [entry for id in ids for entry in CATALOGUE.routine(id).entries]


LYING_WORK = [
    entry.id
    for entry in CATALOGUE.entries
    if entry.start.position.is_lying
    and entry.record.value in ("exercise", "variant")
    and entry.id not in entries_of("relief-positions")
]
"""What one lies for, beside the relief positions, which have a way up of their own."""


@pytest.mark.parametrize(("pair", "line"), NEEDS.items())
def test_an_exercise_that_uses_another_needs_it(pair: tuple[str, str], line: int) -> None:
    """Six places, each with its line of the article."""
    found = between(full(pair[0]), full(pair[1]))

    assert found.needs
    assert found.lines == (line,)


@pytest.mark.parametrize("chain", CHAINS)
def test_exercises_keep_the_order_of_the_article(chain: str) -> None:
    """Each comes before the next; none of these needs the other."""
    ids = [full(short) for short in chain.split()]
    edges = [between(before, after) for before, after in pairwise(ids)]

    assert tuple(line for found in edges for line in found.lines) == CHAINS[chain]
    assert not any(found.needs for found in edges)


def test_relief_positions_come_before_all_gymnastics() -> None:
    """Neck, upper back and lumbar, the pool included (line 79)."""
    edges = [edge for edge in CATALOGUE.edges if edge.before == RELIEF]

    assert {edge.lines for edge in edges} == {(79,)}
    assert [edge.after for edge in edges] == entries_of("neck", "upper-back", "lumbar")


def test_the_fetal_rest_comes_after_every_lying_exercise() -> None:
    """All 26 entries of the complex (lines 255 and 259)."""
    edges = [edge for edge in CATALOGUE.edges if edge.after == FETAL]

    assert {edge.lines for edge in edges} == {(255, 259)}
    assert [edge.before for edge in edges] == entries_of("lying-complex")
    assert len(edges) == 26


def test_one_rolls_to_the_side_and_rises_after_all_lying_work() -> None:
    """Line 55: do not get up sharply."""
    edges = [edge for edge in CATALOGUE.edges if edge.after == RISE]

    assert {edge.lines for edge in edges} == {(55,)}
    assert {edge.before for edge in edges} == set(LYING_WORK)


def test_the_graph_holds_these_edges_and_no_other() -> None:
    """Intervals and stages are no edges."""
    known = {(full(a), full(b)) for a, b in NEEDS}
    for chain in CHAINS:
        known |= set(pairwise(full(short) for short in chain.split()))
    known |= {(RELIEF, id) for id in entries_of("neck", "upper-back", "lumbar")}
    known |= {(id, FETAL) for id in entries_of("lying-complex")}
    known |= {(id, RISE) for id in LYING_WORK}

    assert set(EDGES) == known
    assert len(CATALOGUE.edges) == len(known)


def test_neck_four_and_five_open_after_two_weeks_and_ten_days() -> None:
    """Two weeks are the article's (line 85); the ten days are the project's and say so."""
    (stage,) = CATALOGUE.routine("neck").stages
    neck = list(entries_of("neck"))

    assert list(stage.after) == neck[:3]
    assert list(stage.opens) == neck[3:]
    assert (stage.days, stage.completed_days) == (14, 10)
    assert stage.sources == ("D-JUDGE",)
    assert not any(routine.stages for routine in CATALOGUE.routines if routine.id != "neck")


CADENCES = {
    "wushu-morning": ("times-a-day", 1, 1, 0, ""),
    "pulse-pull-ups": ("window", 1, 1, 0, ""),
    "yoga-asanas": ("times-a-week", 1, 3, 48, "D-ACSM"),
    "magic-towel": ("times-a-day", 1, 1, 0, ""),
    "relief-positions": ("before-others", 1, 1, 0, ""),
    "neck": ("times-a-day", 2, 2, 6, ""),
    "upper-back": ("times-a-week", 2, 3, 48, "D-RT"),
    "lumbar": ("times-a-week", 2, 3, 48, "D-RT"),
    "lying-complex": ("times-a-day", 1, 1, 0, "D-ACSM"),
    "extra-stretches": ("times-a-day", 1, 1, 0, "D-ACSM"),
    "desk-breaks": ("hourly", 1, 1, 0, ""),
    "bar-hang-passing": ("in-passing", 1, 1, 0, ""),
    "fitball": ("times-a-week", 2, 3, 24, "D-JUDGE"),
    "lifestyle": ("advice", 1, 1, 0, ""),
}
"""Kind, lowest and highest count, hours between, source where the article gives none."""


@pytest.mark.parametrize("id", CADENCES)
def test_a_routine_comes_back_as_often_as_it_should(id: str) -> None:
    """Where the article is silent the cadence names its source."""
    kind, low, high, gap, source = CADENCES[id]

    cadence = CATALOGUE.routine(id).cadence

    assert cadence.kind.value == kind
    assert (cadence.times.low, cadence.times.high, cadence.gap_h) == (low, high, gap)
    assert " ".join(cadence.sources) == source
    assert cadence.text


PARTS = {
    "wushu-morning": ("mobility", "move-better"),
    "pulse-pull-ups": ("effort", "grow-stronger ease-upper-back"),
    "yoga-asanas": ("stretch", "ease-lower-back relax move-better"),
    "magic-towel": ("relaxation", "relax ease-lower-back"),
    "relief-positions": ("relief", ""),
    "neck": ("effort", "ease-neck"),
    "upper-back": ("effort", "ease-upper-back grow-stronger"),
    "lumbar": ("effort", "ease-lower-back grow-stronger"),
    "lying-complex": ("stretch", "relax ease-lower-back ease-neck"),
    "extra-stretches": ("stretch", "ease-lower-back move-better"),
    "desk-breaks": ("mobility", "sit-less"),
    "bar-hang-passing": ("relaxation", "sit-less"),
    "fitball": ("mobility", "grow-stronger ease-lower-back"),
    "lifestyle": (None, ""),
}
"""Part of a session and goals, the nearest first."""


@pytest.mark.parametrize("id", PARTS)
def test_a_routine_has_its_part_of_a_session_and_its_goals(id: str) -> None:
    """Advice has no part."""
    routine = CATALOGUE.routine(id)

    assert (routine.part, " ".join(routine.goals)) == PARTS[id]


@pytest.mark.parametrize("routine", CATALOGUE.routines, ids=lambda routine: str(routine.id))
def test_a_routine_keeps_the_order_of_the_article(routine: Routine) -> None:
    """But for relief positions, of which one chooses, and desk breaks: the better come first."""
    order = [entry.id for entry in CATALOGUE.entries if entry.id in routine.entries]
    free = {"relief-positions", "desk-breaks"}

    assert routine.keeps_order is (routine.id not in free)
    assert list(routine.entries) == order or routine.id == "desk-breaks"


def test_stretching_and_bends_are_the_first_choice_of_a_desk_break() -> None:
    """The article calls them better than walking or stairs (line 135)."""
    names = [id.removeprefix("desk-break-") for id in entries_of("desk-breaks")]

    assert names == ["stretch", "bends", "walk", "stairs"]


def test_the_routines_stand_in_the_order_of_the_article() -> None:
    """All fourteen."""
    assert [routine.id for routine in CATALOGUE.routines] == list(CADENCES)


@pytest.mark.parametrize(
    ("id", "when"),
    [("wushu-morning", "morning"), ("lying-complex", "evening"), ("extra-stretches", "evening")],
)
def test_some_routines_have_a_time_of_day(id: str, when: str) -> None:
    """The others have none."""
    others = {routine.id for routine in CATALOGUE.routines if routine.cadence.when}

    assert CATALOGUE.routine(id).cadence.when == when
    assert others == {"wushu-morning", "lying-complex", "extra-stretches"}


CLOSINGS = {
    "yoga-asanas": ("yoga-corpse-pose", FETAL),
    **dict.fromkeys(
        ("magic-towel", "upper-back", "lumbar", "lying-complex", "extra-stretches"),
        (FETAL, "yoga-corpse-pose"),
    ),
}


@pytest.mark.parametrize("routine", CATALOGUE.routines, ids=lambda routine: str(routine.id))
def test_lying_work_closes_with_a_rest(routine: Routine) -> None:
    """A routine in which one lies names its rest, the preferred first."""
    lies = any(CATALOGUE.entry(id).start.position.is_lying for id in routine.entries)

    assert routine.closing == CLOSINGS.get(routine.id, ())
    assert bool(routine.closing) is (lies and routine.part is not SessionPart.RELIEF)


def test_only_the_yoga_routine_has_an_opening_of_its_own() -> None:
    """It begins with the corpse pose; relief positions open gymnastics when there is need."""
    openings = {routine.id: routine.opening for routine in CATALOGUE.routines if routine.opening}
    gymnastics = {routine.id for routine in CATALOGUE.routines if routine.is_gymnastics}

    assert openings == {"yoga-asanas": ("yoga-corpse-pose",)}
    assert gymnastics == {"neck", "upper-back", "lumbar"}
    assert gymnastics == {routine.id for routine in CATALOGUE.routines if routine.pairs_strictly}


def test_every_exercise_belongs_somewhere() -> None:
    """To a routine, an opening or a closing; or it is a protocol, a way up or a resting pose."""
    placed = {
        id
        for routine in CATALOGUE.routines
        for id in (*routine.entries, *routine.opening, *routine.closing)
    }

    homeless = [entry.id for entry in CATALOGUE.exercises if entry.id not in placed]

    assert homeless == []
    assert {entry.id for entry in CATALOGUE.variants} <= placed


@pytest.mark.parametrize("routine", CATALOGUE.routines, ids=lambda routine: str(routine.id))
def test_a_routine_names_its_lines_of_the_article_in_order(routine: Routine) -> None:
    """Each once, none beyond the last of 273."""
    assert list(routine.lines) == sorted(set(routine.lines))
    assert 1 <= routine.lines[0] <= routine.lines[-1] <= 273
