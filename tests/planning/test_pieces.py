"""A piece of a routine: whose turn it is, what fits, and what is told of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from attrs import evolve

from spinecare.model import Edge, Exercise, ExerciseId, RoutineId, Step
from spinecare.planning import pieces
from spinecare.planning.assembling import Pick
from spinecare.planning.openings import Opening
from spinecare.planning.optimum.packing import Item, Piece, pack
from spinecare.planning.outlook import Outlook
from spinecare.planning.picking import pick
from spinecare.planning.pieces import piece_of
from spinecare.planning.remarks import unproven_pieces
from tests.planning.builders import (
    CATALOGUE,
    effort,
    happened,
    opening_at,
    outlook_of,
    plain,
    step_of,
)
from tests.planning.offering import A, B, looking, sized

FIVE = sized("a", 60, 60, 60, 60, 60)


def picked(look: Outlook, at: Opening, routine: str, skip: Sequence[str] = ()) -> list[Pick]:
    """Return a routine's exercises, but for some."""
    own = look.catalogue.routine(routine)
    entries = [look.catalogue.entry(id) for id in own.entries if id not in skip]
    return [pick(look, at, own, entry, grown=False) for entry in entries]


def taken(
    look: Outlook,
    at: Opening,
    *,
    chosen: Sequence[Pick] = (),
    routine: str = A,
    skip: Sequence[str] = (),
) -> tuple[list[str], dict[str, str]]:
    """Return what an opening takes of a routine, by number, and what it tells of the rest."""
    out: dict[ExerciseId, str] = {}
    own = look.catalogue.routine(routine)
    piece = piece_of(look, at, own, picked(look, at, routine, skip), chosen, out)
    names = sorted(one.entry.id.removeprefix("own-") for one in piece)
    return names, {id.removeprefix("own-"): rule for id, rule in out.items()}


def had(look: Outlook, *numbers: int, hours: float = 0) -> None:
    """Let a session of some of the five have been."""
    happened(look, opening_at(hours), *(_step(look, f"own-a{number}") for number in numbers))


def _step(look: Outlook, id: str) -> Step:
    return step_of(id, A, catalogue=look.catalogue)


def test_a_first_piece_takes_the_first() -> None:
    """Three minutes hold three, and ten seconds are left over: there is no way to the first."""
    assert taken(looking({A: FIVE}), opening_at(minutes=3)) == (["a0", "a1", "a2"], {})


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ([(0, 1, 2)], ["a0", "a3", "a4"]),  # two that wait, and the first of the others
        ([(0, 2, 4)], ["a0", "a1", "a3"]),
        ([(0, 1, 2, 3)], ["a0", "a1", "a4"]),
        ([(0, 1, 2), (0, 3, 4)], ["a0", "a1", "a2"]),  # all have had their turn
        ([(0, 1, 2, 3, 4)], ["a0", "a1", "a2"]),
    ],
)
def test_those_whose_turn_it_is_come_first(
    before: list[tuple[int, ...]], expected: list[str]
) -> None:
    """Each once before any comes again."""
    look = looking({A: FIVE})
    for number, numbers in enumerate(before):
        had(look, *numbers, hours=number)

    assert taken(look, opening_at(30, minutes=3))[0] == expected


def test_what_a_round_has_passed_over_comes_before_those_whose_turn_it_is() -> None:
    """The last was kept out all through a round, and through the first half of the next."""
    look = looking({A: FIVE})
    had(look, 0, 1)
    had(look, 2, 3, hours=1)
    had(look, 0, 1, hours=2)  # a new round, and the last one had no turn in the old

    assert look.history.owed[RoutineId(A)] == {"own-a4"}
    assert taken(look, opening_at(30, minutes=1))[0] == ["a4"]
    had(look, 4, hours=31)
    assert look.history.owed[RoutineId(A)] == frozenset()
    assert taken(look, opening_at(60, minutes=1))[0] == ["a2"]


def test_what_was_passed_over_and_cannot_be_done_now_holds_up_nothing() -> None:
    """It is not among the picks, or too long for the slot."""
    look = looking({A: [*FIVE[:4], *sized("b", 300)]})
    had(look, 0, 1)
    had(look, 2, 3, hours=1)
    had(look, 0, 1, hours=2)
    assert look.history.owed[RoutineId(A)] == {"own-b0"}

    assert taken(look, opening_at(30, minutes=2))[0] == ["a2", "a3"]
    assert taken(look, opening_at(30, minutes=2), skip=["own-b0"])[0] == ["a2", "a3"]
    assert taken(look, opening_at(30, minutes=5))[0] == ["b0"]


def test_all_come_up_in_the_fewest_sessions_whatever_their_order() -> None:
    """Of 100, 50, 70 and 20 s in two minutes: the first with the last, then the two others."""
    look = looking({A: sized("a", 100, 50, 70, 20)})

    assert taken(look, opening_at(minutes=2))[0] == ["a0", "a3"]


def test_rests_that_must_follow_efforts_take_their_time() -> None:
    """The same lengths, half of each the rest after an effort."""
    look = looking({A: [effort(f"own-a{n}", s) for n, s in enumerate((45, 20, 30, 5))]})

    assert taken(look, opening_at(minutes=2))[0] == ["a0", "a3"]


def test_what_needs_another_brings_it_along_each_time() -> None:
    """The last repeats the first."""
    look = looking({A: FIVE}, [Edge(before=FIVE[0].id, after=FIVE[4].id, needs=True)])
    had(look, 0, 1, 2, 3)

    assert taken(look, opening_at(30, minutes=2))[0] == ["a0", "a4"]


def test_what_stands_in_the_session_already_is_what_others_need() -> None:
    """It takes no time again."""
    other = plain("own-other")
    look = looking({A: FIVE[:1], B: [other]}, [Edge(before=other.id, after=FIVE[0].id, needs=True)])
    at = opening_at(minutes=2)

    assert taken(look, at, chosen=picked(look, at, B))[0] == ["a0"]


def test_what_stands_in_the_session_already_takes_its_time() -> None:
    """Two minutes of five are left."""
    look = looking({A: FIVE, B: sized("b", 60, 60, 60)})
    at = opening_at(minutes=5)

    assert taken(look, at, chosen=picked(look, at, B))[0] == ["a0", "a1"]


def test_a_full_session_takes_nothing() -> None:
    """To the second."""
    look = looking({A: FIVE, B: sized("b", 70, 60)})
    at = opening_at(minutes=2)

    assert taken(look, at, chosen=picked(look, at, B)) == ([], {})


def lying(id: str, seconds: float = 50) -> Exercise:
    """Return an exercise on the back."""
    return plain(id, seconds, start=CATALOGUE.entry("yoga-corpse-pose").start)


def test_what_the_rules_add_around_a_piece_takes_its_time() -> None:
    """The closing rest and the way up leave room for fewer; a standing one needs neither."""
    look = looking({A: [lying(f"own-l{n}") for n in range(5)]})
    mixed = looking({A: [lying("own-l0", 110), *sized("s", 60)]})

    assert len(taken(look, opening_at(minutes=5))[0]) < 5
    assert taken(mixed, opening_at(minutes=1))[0] == ["s0"]


def test_what_still_fits_beside_a_shorter_piece_joins_it() -> None:
    """Only lying work pays for the closing rest: where that goes, there is room for standing."""
    look = looking({A: [lying("own-l0", 170), *sized("s", 60, 60, 60)]})

    assert taken(look, opening_at(minutes=3))[0] == ["s0", "s1", "s2"]


def test_what_only_time_keeps_out_is_not_told_as_kept_out() -> None:
    """The lying one would fit in but for the closing rest and the way up."""
    look = looking({A: [*sized("s", 60), lying("own-l0", 30)]})

    assert taken(look, opening_at(minutes=2)) == (["s0"], {})


def test_what_still_fits_does_not_join_without_what_it_needs() -> None:
    """The lying one is too long with its closing rest, so what repeats it stays out too."""
    lies, again = lying("own-l0", 110), plain("own-again", 30)
    look = looking(
        {A: [lies, again, *sized("s", 60)]}, [Edge(before=lies.id, after=again.id, needs=True)]
    )

    assert taken(look, opening_at(minutes=2))[0] == ["s0"]


def test_a_repeated_row_takes_its_time_as_often_as_it_is_done() -> None:
    """The piece is chosen again until the rounds of 9a to 9c fit."""
    look = outlook_of()
    routine = "lying-complex"
    names, _ = taken(look, opening_at(minutes=8), routine=routine)

    full = picked(look, opening_at(minutes=8), routine)
    assert names
    assert len(names) < len(full)


def test_new_efforts_join_up_to_three_and_are_told_beyond() -> None:
    """Two were chosen before, so one more joins."""
    efforts = {
        A: [effort(f"own-e{n}", 5) for n in range(3)],
        B: [effort(f"own-f{n}", 5) for n in range(2)],
    }
    look = looking(efforts)
    at = opening_at()

    assert taken(look, at, chosen=picked(look, at, B)) == (
        ["e0"],
        {"e1": "new-things", "e2": "new-things"},
    )


def test_what_clashes_is_told_and_another_takes_its_place() -> None:
    """The one whose turn it is stays; the rest of the routine is not given up."""
    kinds = {"kinds": ["strength", "relaxation"]}
    bend = plain("own-bend", 50, tags=("flexion-end",), **kinds)
    arch = plain("own-arch", 50, tags=("extension-end",), **kinds)
    again = plain("own-again", 50)
    look = looking(
        {A: [bend, arch, again, *sized("s", 60)]},
        [Edge(before=arch.id, after=again.id, needs=True)],
    )

    first, told = taken(look, opening_at())
    happened(look, opening_at(), _step(look, bend.id), _step(look, "own-s0"))
    second, later = taken(look, opening_at(30))

    assert (first, told) == (["bend", "s0"], {"arch": "apart"})
    assert (second, later) == (["again", "arch", "s0"], {"bend": "apart"})


def test_the_same_question_is_answered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packing is the dear part; another length is another question."""
    asked: list[int] = []

    def counted(items: Sequence[Item], *, capacity: int, **others: object) -> Piece:
        asked.append(capacity)
        return pack(items, capacity=capacity, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(pieces, "pack", counted)
    look = looking({A: FIVE})

    for minutes in (3, 3, 2):
        taken(look, opening_at(minutes=minutes))

    assert asked == [180, 120]


def test_a_round_counts_only_what_was_done_for_the_routine() -> None:
    """What another routine or the planner brought is no turn."""
    look = looking({A: FIVE})
    step = step_of("own-a0", B, catalogue=look.catalogue)
    opened = step_of("own-a1", A, catalogue=look.catalogue, purpose="opening")
    own = step_of("own-a2", A, catalogue=look.catalogue)

    happened(look, opening_at(), evolve(step), opened, own)

    assert look.history.rounds[RoutineId(A)] == {"own-a2"}


def test_a_choice_that_was_stopped_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it promises; the finding stands at the routine and the day of the piece."""
    look, at = looking({A: FIVE}), opening_at(minutes=2)
    monkeypatch.setattr(pieces, "pack", partial(pack, most_nodes=0))

    taken(look, at)

    assert look.unproven_pieces == {(A, at.date): 3}
    (finding,) = unproven_pieces(look)
    assert (finding.rule, finding.subject, finding.place) == ("optimum", A, at.date.isoformat())
    assert finding.reason == (
        "The choice of its exercises was stopped before it was proven: with this one they all "
        "come up in 3 sessions of this length, and perhaps in fewer."
    )
    assert finding.concession == "a longer slot"


def test_a_choice_that_was_proven_says_nothing() -> None:
    """As nearly all are."""
    look = looking({A: FIVE})

    taken(look, opening_at(minutes=2))

    assert list(unproven_pieces(look)) == []
