"""R1 to R4, line by line, at their thresholds."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.model import Done
from spinecare.reviewing import (
    MONITORED,
    STRICT,
    Action,
    Experience,
    Policy,
    Start,
    after,
    during,
    experiences,
    mornings,
    start,
)
from tests.reviewing.builders import CALM, day, entry, journal

BOTH = (STRICT, MONITORED)


def lived(**answers: Any) -> Experience:
    """Return an experience without pain, but for what is given."""
    return experiences(journal(entry(0, **{**CALM, **answers})), until=day(9))[0]


@pytest.mark.parametrize(
    ("before", "strict", "monitored"),
    [
        (None, Start.ASK, Start.ASK),
        (0, Start.NORMAL, Start.NORMAL),
        (2, Start.NORMAL, Start.NORMAL),
        (2.5, Start.RELIEF, Start.REDUCED),
        (5, Start.RELIEF, Start.REDUCED),
        (5.5, Start.DO_NOT, Start.DO_NOT),
        (10, Start.DO_NOT, Start.DO_NOT),
    ],
)
def test_pain_before_decides_how_a_session_begins(
    before: float | None, strict: Start, monitored: Start
) -> None:
    """R1: above 2 relief first, above 5 nothing, unknown is asked again."""
    assert start(before, STRICT) is strict
    assert start(before, MONITORED) is monitored


@pytest.mark.parametrize(
    ("before", "pain", "strict", "monitored"),
    [
        (0, 0, Action.KEEP, Action.KEEP),
        (0, 2, Action.KEEP, Action.KEEP),
        (0, 2.5, Action.STOP_ENTRY, Action.REPEAT),
        (0, 3, Action.STOP_ENTRY, Action.STOP_ENTRY),
        (2, 4.5, Action.STOP_ENTRY, Action.REPEAT),
        (2, 5, Action.STOP_ENTRY, Action.STOP_ENTRY),
        (5, 5, Action.STOP_ENTRY, Action.REPEAT),
        (5, 5.5, Action.STOP_ENTRY, Action.STOP_ENTRY),
        (0, None, Action.REPEAT, Action.REPEAT),
        (None, 2, Action.KEEP, Action.KEEP),
        (None, 5, Action.STOP_ENTRY, Action.REPEAT),
        (None, 5.5, Action.STOP_ENTRY, Action.STOP_ENTRY),
    ],
)
def test_pain_during_stops_an_exercise(
    before: float | None, pain: float | None, strict: Action, monitored: Action
) -> None:
    """R2: above 2 (monitored: 5), or 3 more than before; unknown never lets a dose grow."""
    experience = lived(before=before, during=pain)

    assert during(experience, STRICT).action is strict
    assert during(experience, MONITORED).action is monitored


@pytest.mark.parametrize("policy", BOTH, ids=lambda policy: policy.name)
@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("sharp", Action.STOP_ENTRY),
        ("electric", Action.STOP_ENTRY),
        ("spreading", Action.STOP_ENTRY),
        ("dull", Action.KEEP),
        ("stiff", Action.KEEP),
        ("pulling", Action.KEEP),
        ("burning", Action.KEEP),
    ],
)
def test_sharp_electric_and_spreading_pain_stop_an_exercise_however_little_it_is(
    policy: Policy, kind: str, action: Action
) -> None:
    """R2: also where the number is not known."""
    assert during(lived(during=1, character=[kind]), policy).action is action
    unknown = Action.REPEAT if action is Action.KEEP else action
    assert during(lived(during=None, character=[kind]), policy).action is unknown


@pytest.mark.parametrize("policy", BOTH, ids=lambda policy: policy.name)
@pytest.mark.parametrize(
    "sign",
    [
        "numbness",
        "tingling",
        "weakness",
        "saddle-numbness",
        "bladder-bowel",
        "both-legs",
        "pain-down-limb",
        "chest-pain",
        "breathlessness",
        "dizziness",
        "vision-change",
        "sudden-headache",
    ],
)
def test_a_sign_stops_the_session_whatever_the_pain(policy: Policy, sign: str) -> None:
    """R2, its first line; it wins over sharp pain and over the numbers."""
    for pain in (None, 0, 10):
        ruling = during(lived(during=pain, symptoms=[sign], character=["sharp"]), policy)

        assert ruling.action is Action.STOP_SESSION
        assert ruling.rule == "pain-r2"
        assert ruling.reason == f"a sign that ends a session: {sign}"


@pytest.mark.parametrize("policy", BOTH, ids=lambda policy: policy.name)
@pytest.mark.parametrize(
    ("before", "pain", "action"),
    [
        (0, 1, Action.KEEP),
        (0, 1.5, Action.REPEAT),
        (4, 5, Action.KEEP),
        (3.5, 5, Action.REPEAT),
        (5, 5.5, Action.REGRESS),
        (10, 5.5, Action.REGRESS),
        (0, None, Action.REPEAT),
        (None, 0, Action.REPEAT),
        (None, 5.5, Action.REGRESS),
    ],
)
def test_pain_right_after_holds_the_dose_or_takes_it_back(
    policy: Policy, before: float | None, pain: float | None, action: Action
) -> None:
    """R3: above 5 a step back, more than 1 above the pain before no progress."""
    assert after(lived(before=before, after=pain), policy).action is action


@pytest.mark.parametrize("policy", BOTH, ids=lambda policy: policy.name)
@pytest.mark.parametrize(
    ("before", "pain", "action"),
    [
        (1, 1, Action.KEEP),
        (1, 0, Action.KEEP),
        (1, 1.5, Action.REPEAT),
        (1, 3, Action.REPEAT),
        (1, 3.5, None),
        (5, 5, Action.KEEP),
        (4.5, 5, Action.REPEAT),
        (5, 5.5, None),
        (5.5, 6, None),
        (0, None, Action.REPEAT),
        (None, 0, Action.REPEAT),
        (None, 5.5, None),
    ],
)
def test_each_morning_after_is_judged_by_itself(
    policy: Policy, before: float | None, pain: float | None, action: Action | None
) -> None:
    """R4: more than 2 above the pain before, or above 5, is a step back; the second day a pause."""
    calm = min(before or 0, 5)
    next_one = mornings(lived(before=before, next_morning=pain, second_morning=calm), policy).action
    second = mornings(lived(before=before, next_morning=calm, second_morning=pain), policy).action

    assert next_one is (action or Action.REGRESS)
    assert second is (action or Action.SKIP)


def test_the_stricter_morning_wins() -> None:
    """A pause is stricter than a step back, whichever morning came first."""
    both = mornings(lived(next_morning=6, second_morning=6), STRICT)
    first = mornings(lived(next_morning=6, second_morning=1), STRICT)

    assert both.action is Action.SKIP
    assert both.reason == "pain 6 the second morning, above 5"
    assert first.action is Action.REGRESS
    assert first.reason == "pain 6 the next morning, above 5"


def test_the_order_of_strictness_is_that_of_the_specification() -> None:
    """Stop session > stop entry > leave out > skip > regress > repeat > keep > progress."""
    ordered = sorted(Action, key=lambda action: -action.strictness)

    assert [action.value for action in ordered] == [
        "stop-session",
        "stop-entry",
        "leave-out",
        "skip",
        "regress",
        "repeat",
        "keep",
        "progress",
    ]
    assert [action.value for action in Action if action.is_event] == [
        "stop-session",
        "stop-entry",
        "skip",
        "regress",
    ]


def test_what_was_stopped_because_it_hurt_is_stopped_without_a_number_too() -> None:
    """Who ends an exercise for pain and rates nothing has said enough."""
    hurt = Done(outcome="partly", reason="pain")

    assert during(lived(done=hurt, during=None), STRICT).action is Action.STOP_ENTRY
    assert during(lived(done=hurt, during=1), STRICT).action is Action.KEEP
    assert during(lived(done=Done(outcome="partly"), during=None), STRICT).action is Action.REPEAT
