"""Which exercises the plot of pain shows, in which order, and what it refuses."""

from __future__ import annotations

import attrs
import pytest

from spinecare import Catalogue, Entry, ExerciseId, Figure, Journal, Pain, load_catalogue, plot_pain
from spinecare.errors import InvalidValueError
from tests.plots.journals import noted, six_weeks
from tests.plots.plans import real_plan
from tests.plots.seen import texts


def plotted(*entries: Entry, **more: object) -> Figure:
    """Return the plot of entries."""
    return plot_pain(Journal(entries=entries), **more)  # type: ignore[arg-type]


def own(figure: Figure) -> list[str]:
    """Return the names of the exercises shown that are called `Own …`, in order."""
    return [text for text in texts(figure) if text.startswith("Own")]


def test_of_many_exercises_the_one_that_hurt_most_stands_first() -> None:
    """Also where its name comes last, and the picture says how many more there are."""
    journal = six_weeks()
    ids = {str(entry.exercise) for entry in journal.entries}
    names = sorted(load_catalogue().entry(id).name for id in ids)

    figure = plot_pain(journal)

    shown = [name for name in names if f"{name}: " in figure.description]
    said = "The 8 exercises that hurt most; 25 more are not shown, with pain of 2 at most."
    assert figure.description.startswith(f"{names[-1]}: ")
    assert len(shown) == 8
    assert said in texts(figure)
    assert figure.description.endswith(said)
    assert "worse morning 1 at last, 6 at most, after Tue 1 Dec" in figure.description


@pytest.mark.parametrize("answer", ["during", "after", "next_morning", "second_morning"])
def test_every_answer_from_the_beginning_on_can_be_the_worst(answer: str) -> None:
    """Pain that was there before is not the doing of the exercise."""
    (mild,) = noted((9, 2, 2), exercise="own-a")
    (entry,) = noted((0, 1, 1), exercise="own-b")
    worse = attrs.evolve(entry, pain=attrs.evolve(entry.pain, **{answer: 3}))

    assert own(plotted(mild, worse)) == ["Own b", "Own a"]


def test_of_equals_that_with_more_pain_during_it_stands_first_then_names_decide() -> None:
    """What is said of a whole session is the same in all its exercises."""
    entries = (
        *noted((0, 1, 6), exercise="own-a"),
        *noted((0, 4, 6), exercise="own-c"),
        *noted((0, 4, 6), exercise="own-b"),
        *noted((0, None, 6), exercise="own-d"),
    )

    assert own(plotted(*entries)) == ["Own b", "Own c", "Own a", "Own d"]


def test_names_decide_and_not_ids() -> None:
    """As they are shown, capitals or not."""
    known = load_catalogue().entry("neck-2-rotation")
    named = [("neck-2-rotation", "own b"), ("neck-1-flexion-extension", "Own c"), ("zz", "Own a")]
    entries_named = (attrs.evolve(known, id=ExerciseId(id), name=name) for id, name in named)
    catalogue = Catalogue(entries=tuple(entries_named))
    entries = [entry for id, _ in named for entry in noted((1, 1, 1), exercise=id)]

    told = plotted(*entries, catalogue=catalogue).description

    assert told.index("Own a: ") < told.index("own b: ") < told.index("Own c: ")


def test_an_exercise_of_which_nothing_is_known_stands_behind_one_that_did_not_hurt() -> None:
    """There is nothing to see of it."""
    entries = (*noted((1, None, None), exercise="own-a"), *noted((0, 0, 0), exercise="own-b"))

    assert own(plotted(*entries)) == ["Own b", "Own a"]


def test_what_is_not_shown_and_not_known_is_said_as_such() -> None:
    """One exercise too many, without an answer."""
    entries = [e for n in range(8) for e in noted((1, 1, 1), exercise=f"own-{n}")]
    silent = noted((None, None, None), exercise="own-silent")

    said = "The 8 exercises that hurt most; 1 more is not shown, of which no pain is known."
    assert said in texts(plotted(*entries, *silent))
    assert not any("not shown" in text for text in texts(plotted(*entries)))


def test_exercises_that_are_asked_for_are_all_shown_in_their_order() -> None:
    """However many, each once, and nothing is said of the others."""
    entries = [e for n in range(31) for e in noted((1, 1, n / 10), exercise=f"own-{n:02}")]
    asked = [f"own-{n:02}" for n in range(30)]

    figure = plotted(*entries, exercises=iter([*asked, "own-00"]))

    assert own(figure) == [f"Own {n:02}" for n in range(30)]
    assert "not shown" not in figure.description


def test_what_the_plan_holds_or_was_only_skipped_may_be_asked_for() -> None:
    """Its panel says that it was not begun."""
    plan = real_plan(1)
    step = plan.sessions[0].steps[0]
    skipped = noted((1, None, None), exercise="own-a", outcome="skipped")

    planned = plot_pain(Journal(), exercises=[step.exercise], plan=plan)
    passed_over = plotted(*skipped, exercises=["own-a"])

    assert f"{plan.catalogue.entry(step.exercise).name}: not begun yet." in planned.description
    assert {"Own a", "not begun yet"} <= set(texts(passed_over))


@pytest.mark.parametrize("exercises", [[None], [3], [["own-a"]], 3, None, b"own"])
def test_what_is_no_list_of_ids_is_refused(exercises: object) -> None:
    """By the name of the argument, never by an error of Python's own."""
    with pytest.raises(InvalidValueError, match="exercises must be a list of ids of exercises"):
        plotted(*noted((1, 1, 1), exercise="own-a"), exercises=exercises)


def test_one_id_in_place_of_a_list_is_refused_with_the_cure() -> None:
    """Its letters are no ids."""
    with pytest.raises(InvalidValueError) as refusal:
        plotted(*noted((1, 1, 1), exercise="own-a"), exercises="own-a")

    assert str(refusal.value) == (
        "exercises must be a list of ids of exercises, got 'own-a'\nMaybe write "
        "exercises=['own-a']."
    )


def test_an_exercise_that_the_journal_does_not_tell_of_is_refused_with_the_nearest() -> None:
    """An empty panel would look as if nothing hurt."""
    entries = noted((1, 1, 1), exercise="own-bend")

    with pytest.raises(InvalidValueError) as near:
        plotted(*entries, exercises=["own-bent"])
    with pytest.raises(InvalidValueError) as far:
        plotted(*entries, exercises=["nope"])

    said = "exercises must be ids of exercises that the journal tells of, got "
    assert str(near.value) == f"{said}'own-bent'\nMaybe own-bend"
    assert str(far.value) == f"{said}'nope'"


def test_with_a_plan_the_refusal_says_that_it_was_looked_through_too() -> None:
    """Neither of the two has it."""
    with pytest.raises(InvalidValueError, match="journal tells of, or that the plan holds, got 'q"):
        plot_pain(Journal(), exercises=["qqqq"], plan=real_plan(1))


def test_where_sessions_are_noted_as_a_whole_the_cure_is_the_plan() -> None:
    """Without it nobody knows of which exercises they tell."""
    (entry,) = noted((1, 1, 1))
    whole = attrs.evolve(entry, exercise=None)

    with pytest.raises(InvalidValueError, match="Maybe give the plan too"):
        plotted(whole, exercises=["neck-2-rotation"])


def test_what_is_no_journal_no_plan_or_no_catalogue_is_refused() -> None:
    """By name."""
    with pytest.raises(InvalidValueError, match="journal must be a Journal"):
        plot_pain([])  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="plan must be a Plan"):
        plot_pain(Journal(), plan="plan")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="catalogue must be a Catalogue"):
        plot_pain(Journal(), catalogue="mine")  # type: ignore[arg-type]


def test_what_one_exercise_says_is_not_taken_for_another() -> None:
    """What an entry does not know stays unknown."""
    entry, other = (*noted((1, 5, 1), exercise="own-a"), *noted((1, 5, 1), exercise="own-b"))

    figure = plotted(entry, attrs.evolve(other, pain=Pain()))

    assert "Own b: nothing known." in figure.description
