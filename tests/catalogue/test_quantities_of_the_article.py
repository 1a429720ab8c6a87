"""Every quantity that the article names stands in the data, in a field of its own."""

from __future__ import annotations

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Exercise, Laterality, PhaseKind, RepsPer, Span

CATALOGUE = load_catalogue()
OPEN = None
"""The top of a span that the article leaves open: "at least"."""


def full(short: str) -> Exercise:
    """Return the entry whose id is, or begins with, a short one."""
    ids = [entry.id for entry in CATALOGUE.entries]
    return CATALOGUE.entry(
        short if short in ids else next(id for id in ids if id.startswith(f"{short}-"))
    )


def found(short: str, place: str) -> tuple[float, float | None]:
    """Return what stands in a place: `dose hold_s`, `amount floors`, `phase 1`."""
    entry = full(short)
    part, name = place.split()
    if part == "amount":
        amount = entry.amount(name)
        assert amount is not None, f"{entry.id} has no amount {name}"
        assert amount.low is not None, f"{entry.id}: {name} is no number"
        return amount.low, amount.high
    value: Span[float] | Span[int] | float | None
    value = entry.phases[int(name)].seconds if part == "phase" else getattr(entry.dose, name)
    assert value is not None, f"{entry.id} has nothing in {place}"
    if not isinstance(value, Span):
        return value, value
    return float(value.low), OPEN if value.high is None else float(value.high)


NUMBERS = [
    ("5-8 days between pull-up sessions", "pulse-pull-up", "amount interval_days", 5, 8),
    ("once a week", "pulse-pull-up", "amount sessions_per_week", 1, 1),
    ("15 min on the towel", "towel-roller-lying", "amount duration_min", 15, 15),
    ("15 min on the towel, as a hold", "towel-roller-lying", "amount article_hold_s", 0, 900),
    ("once a day", "towel-roller-lying", "amount freq_per_day", 1, 1),
    ("tried for about a month", "towel-roller-lying", "amount trial_weeks_reported", 4, 4),
    ("relief of one to two hours", "towel-roller-lying", "amount reported_relief_h", 1, 2),
    ("a couple of minutes, lower back", "relief-knees-to-chest-bed-edge", "phase 2", 120, 120),
    ("a couple of minutes, shoulders", "relief-seated-hands-behind-head", "phase 1", 120, 120),
    ("a couple of minutes, any pose", "relief-position-search", "phase 1", 120, 120),
    *[(f"neck {n} five times", f"neck-{n}", "dose reps", 5, 5) for n in range(1, 6)],
    *[(f"neck {n} twice a day", f"neck-{n}", "amount sessions_per_day", 2, 2) for n in range(1, 6)],
    *[(f"about 5 s, direction {n // 2 + 1}", "neck-4", f"phase {n}", 5, 5) for n in (0, 2, 4, 6)],
    ("1.5-2 kg", "neck-5", "dose mass_kg", 1.5, 2),
    ("count of two, legs", "upper-back-4", "phase 2", 2, 2),
    ("count of two, chest", "upper-back-5", "phase 2", 2, 2),
    ("count of two, crunch", "lumbar-2", "phase 2", 2, 2),
    ("count of two, one diagonal", "lumbar-3", "phase 2", 2, 2),
    ("count of two, the other diagonal", "lumbar-3", "phase 5", 2, 2),
    ("once an hour", "desk-break-hourly", "amount interval_min", 60, 60),
    ("2-3 floors of stairs", "desk-break-stairs", "amount floors", 2, 3),
    ("gym ball 55-65 cm", "fitball-exercises", "amount ball_diameter_cm", 55, 65),
    ("lying 1: 30 s", "lying-01", "phase 1", 30, 30),
    ("lying 1 option: 10-12 rocks", "lying-01b", "dose reps", 10, 12),
    ("lying 1 option: at most 2-3 cm each way", "lying-01b", "dose amplitude_cm", 2, 3),
    ("lying 2: 10-20 s", "lying-02", "phase 2", 10, 20),
    ("lying 3: 5 s of contraction", "lying-03", "phase 1", 5, 5),
    ("lying 3: the stretch of 2 again", "lying-03", "phase 3", 10, 20),
    ("lying 4: 3-5 s", "lying-04", "phase 1", 3, 5),
    ("lying 4: 3-4 times", "lying-04", "dose reps", 3, 4),
    ("lying 5: 3-4 s of contraction", "lying-05a", "phase 1", 3, 4),
    ("lying 5: the same as an amount", "lying-05a", "amount contract_s", 3, 4),
    ("lying 5: 1-2 s of relaxation", "lying-05a", "phase 2", 1, 2),
    ("lying 5: 3-5 s of stretch", "lying-05a", "phase 3", 3, 5),
    ("lying 5: 2-3 times", "lying-05a", "dose reps", 2, 3),
    ("lying 5, to the left knee: 3-5 s", "lying-05b", "phase 0", 3, 5),
    ("lying 5, to the right knee: 3-5 s", "lying-05b", "phase 2", 3, 5),
    ("lying 5, to each knee: 2-3 times", "lying-05b", "dose reps", 2, 3),
    ("lying 5, chin turn: 3-5 s", "lying-05c", "phase 0", 3, 5),
    ("lying 5, chin turn: 2-3 times", "lying-05c", "dose reps", 2, 3),
    ("lying 6: 4-5 s", "lying-06a", "phase 1", 4, 5),
    ("lying 6: 3-4 times", "lying-06a", "dose reps", 3, 4),
    ("lying 6, second part: 3-4 times", "lying-06b", "dose reps", 3, 4),
    ("lying 7: 5-8 s", "lying-07", "phase 1", 5, 8),
    ("lying 7: 2-3 times", "lying-07", "dose reps", 2, 3),
    ("lying 8: 5 s", "lying-08a", "phase 1", 5, 5),
    ("lying 8: 3-4 times", "lying-08a", "dose reps", 3, 4),
    ("lying 8, reach: 6-8 s", "lying-08b", "phase 1", 6, 8),
    ("lying 8, reach: at least twice", "lying-08b", "dose reps", 2, OPEN),
    ("lying 9, both: 5 s", "lying-09a", "phase 1", 5, 5),
    ("lying 9, one diagonal: at least 5 s", "lying-09b", "phase 0", 5, OPEN),
    ("lying 9, the other: at least 5 s", "lying-09b", "phase 2", 5, OPEN),
    ("lying 9, both again: 5 s", "lying-09c", "phase 0", 5, 5),
    ("lying 9, belly drawn in: 5 s", "lying-09d", "phase 1", 5, 5),
    ("lying 9: the series three times", "lying-09a", "amount sets", 3, 3),
    ("lying 10: 10-30 s", "lying-10a", "phase 1", 10, 30),
    ("lying 10, opposite shoulder: 10-20 s", "lying-10b", "phase 1", 10, 20),
    ("lying 10, same shoulder: 10-20 s", "lying-10c", "phase 1", 10, 20),
    ("lying 10, knees apart: 10 s", "lying-10e", "phase 1", 10, 10),
    ("lying 11: knee at 90 degrees", "lying-11a", "amount knee_angle_deg", 90, 90),
    ("lying 11: arm at a right angle", "lying-11a", "amount arm_angle_deg", 90, 90),
    ("lying 11: 15-20 s", "lying-11a", "phase 2", 15, 20),
    ("lying 11, buttock: 15-20 s", "lying-11b", "phase 1", 15, 20),
    ("lying 12: 5-10 s", "lying-12", "phase 1", 5, 10),
    ("lying 12: 2-3 times", "lying-12", "dose reps", 2, 3),
    ("extra 5: 8-12 times", "extra-05", "dose reps", 8, 12),
    ("extra 9: at least 20 s", "extra-09", "phase 1", 20, OPEN),
    ("extra 9: the upper figure, 30 s", "extra-09", "dose hold_cap_s", 30, 30),
    ("extra 10: 6-8 times", "extra-10", "dose reps", 6, 8),
]
"""Quantity, entry, place, lowest, highest."""


@pytest.mark.parametrize(
    ("id", "place", "low", "high"),
    [row[1:] for row in NUMBERS],
    ids=[row[0] for row in NUMBERS],
)
def test_a_number_of_the_article_stands_in_the_data(
    id: str, place: str, low: float, high: float | None
) -> None:
    """And it is the article's: no source stands with it, and no default marks it."""
    entry = full(id)
    part, name = place.split()

    assert found(id, place) == (low, high)
    if part == "phase":
        assert not entry.phases[int(name)].sources
    elif name != "hold_cap_s":  # a default that the article's own words give
        assert entry.default(name) is None


WORDS = [
    ("bar at clavicle level", "pulse-pull-up", "bar_height", "clavicle level"),
    ("hands at ear level", "lying-04", "hand_height", "ear level"),
    ("slight gap between the molars", "lying-04", "jaw", "slight gap"),
    ("hands behind the head, not on the neck", "lying-05a", "hand_place", "not on the neck"),
    ("at most 2-3 cm", "lying-01b", "amplitude_is", "maximum"),
    ("at least twice per side", "lying-08b", "reps_is", "at least twice"),
    ("at least 5 s", "lying-09b", "hold_is", "at least 5 s"),
    ("at least 20-30 s", "extra-09", "hold_is", "at least 20-30 s"),
    ("knees shoulder-width apart", "extra-05", "knee_spacing", "shoulder-width"),
    ("just above the knee", "lying-10c", "grip", "just above the knee"),
    ("warm water", "lumbar-4", "water", "warm"),
]
"""Quantity, entry, amount, words in it."""


@pytest.mark.parametrize(
    ("id", "name", "words"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS]
)
def test_a_measure_in_words_stands_in_the_data(id: str, name: str, words: str) -> None:
    """Where the article measures with the body."""
    amount = full(id).amount(name)

    assert amount is not None
    assert words in amount.text


@pytest.mark.parametrize("id", ["upper-back-6", "bar-hang-passing"])
def test_a_few_seconds_are_marked_as_read_by_the_project(id: str) -> None:
    """The article says "a few seconds"; the number is a default and quotes it."""
    default = full(id).default("hold_s")

    assert default is not None
    assert "a few seconds" in default.note
    assert default.source == "D-JUDGE"


def test_pull_ups_come_back_after_five_to_eight_days() -> None:
    """Line 39, about once a week."""
    cadence = CATALOGUE.routine("pulse-pull-ups").cadence

    assert cadence.window_days == Span(low=5.0, high=8.0)
    assert "once a week" in cadence.text


def test_the_app_programme_took_forty_minutes_once_a_week_for_almost_a_year() -> None:
    """Line 43; it is what the author did, not a dose."""
    yoga = CATALOGUE.routine("yoga-asanas")

    assert "40 min" in yoga.length_text
    assert "once a week" in yoga.cadence.text
    assert "almost a year" in yoga.cadence.text


def test_the_neck_is_exercised_twice_a_day_and_grows_after_two_weeks() -> None:
    """Line 85: the first couple of weeks only three of the five."""
    neck = CATALOGUE.routine("neck")

    assert neck.cadence.times == Span(low=2, high=2)
    assert [stage.days for stage in neck.stages] == [14]
    assert [len(stage.after) for stage in neck.stages] == [3]


def test_desk_breaks_come_about_once_an_hour() -> None:
    """Line 135."""
    assert CATALOGUE.routine("desk-breaks").cadence.every_min == 60


def test_the_effect_is_looked_at_after_a_day_or_two() -> None:
    """Line 123."""
    rules = {rule.id: rule for rule in CATALOGUE.rules}

    assert rules["rule-next-days-check"].observe_days == (1, 2)


def test_knee_rolls_are_counted_in_all_and_the_reach_for_each_side() -> None:
    """6-8 alternating rolls; at least twice in each direction."""
    rolls, reach = full("extra-10"), full("lying-08b")

    assert rolls.dose.reps.per is RepsPer.TOTAL
    assert rolls.sides is Laterality.ALTERNATING
    assert reach.dose.reps.per is RepsPer.SIDE


def test_four_exercises_are_held_to_a_count_of_two() -> None:
    """Lines 105, 107, 115 and 117."""
    counted = {
        entry.id
        for entry in CATALOGUE.entries
        for phase in entry.phases
        if phase.kind is PhaseKind.HOLD and "count of two" in phase.cue
    }

    assert counted == {
        full(id).id for id in ("upper-back-4", "upper-back-5", "lumbar-2", "lumbar-3")
    }


def test_the_elongation_is_pleasant_before_bed() -> None:
    """Line 222."""
    assert "before bed" in full("lying-09a").frequency


def test_things_and_names_of_the_article_are_known() -> None:
    """Everything one needs, and whose methods they are."""
    things = {term.id for term in CATALOGUE.equipment}
    texts = repr(CATALOGUE)

    assert things >= {
        *("pull-up-bar", "firm-bed-or-sofa", "towel", "small-pillow", "dumbbells", "mat"),
        *("office-chair", "monitor", "scarf", "swimming-pool", "gym-ball", "mattress", "pillow"),
        *("orthopaedic-mattress", "orthopaedic-pillow", "stairs"),
    }
    for name in ("Vladimir Vukst (Goltis)", "Healing Impulse", "Fukutsuji", "Supercompensation"):
        assert name in texts
