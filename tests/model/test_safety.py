"""Safety notes, conditions, phases and forms of an exercise under a caution."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.errors import InvalidValueError
from spinecare.model import Condition, ConditionId, Hold, Phase, PhaseKind, SafetyNote, SourceId


def condition(**changes: Any) -> Condition:
    """Return a condition with no more than it must have."""
    fields: dict[str, Any] = {"id": ConditionId("own"), "label": "Own", "notes": "Mind it."}
    return Condition(**{**fields, **changes})


def test_a_condition_says_nothing_in_sessions_unless_it_is_told_to() -> None:
    """No note, no sitting before standing, and the hour of stiffness after the night."""
    bare = condition()

    assert (bare.session_note, bare.rise_s, bare.waking_hours) == ("", 0, 1)


@pytest.mark.parametrize(("given", "seconds"), [(30, 30), ("30 s", 30), ("0.5 min", 30), (0, 0)])
def test_the_time_to_sit_before_standing_is_read_with_its_unit(given: Any, seconds: float) -> None:
    """Numbers are seconds."""
    assert condition(rise_s=given).rise_s == seconds


@pytest.mark.parametrize("given", [-1, "1 kg", "30", None, True])
def test_the_time_to_sit_before_standing_is_a_time(given: Any) -> None:
    """Zero or more."""
    with pytest.raises(InvalidValueError) as caught:
        condition(rise_s=given)

    assert caught.value.field.startswith("rise")


def test_a_session_note_is_text() -> None:
    """Nothing else."""
    assert condition(session_note="Sit first.").session_note == "Sit first."
    with pytest.raises(InvalidValueError, match="session_note must be of type str"):
        condition(session_note=None)


def test_a_note_says_whether_it_warns_somebody_off_and_who_added_it() -> None:
    """The article warns of herniated discs; what the project adds has a source."""
    article = SafetyNote(text="Not with a hernia.", is_contraindication=True)
    added = SafetyNote(text="Slowly.", sources=(SourceId("D-JUDGE"),))

    assert (article.is_contraindication, article.is_caution) == (True, False)
    assert (added.is_contraindication, added.is_caution) == (False, True)


def test_the_reduced_form_keeps_every_phase_unless_it_says_not() -> None:
    """Head curls are dropped; whatever else an exercise does stays."""
    seconds = Hold.of(5)

    kept = Phase(kind=PhaseKind.HOLD, cue="hold", seconds=seconds)
    dropped = Phase(kind=PhaseKind.HOLD, cue="hold", seconds=seconds, in_reduced=False)

    assert (kept.in_reduced, dropped.in_reduced) == (True, False)
    with pytest.raises(InvalidValueError, match="in_reduced must be of type bool"):
        Phase(kind=PhaseKind.HOLD, cue="hold", in_reduced=0)  # type: ignore[arg-type]
