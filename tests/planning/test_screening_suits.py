"""Which exercises suit a person: conditions, wishes, things at hand, pain."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from attrs import evolve

from spinecare.model import Place, Severity
from spinecare.planning.screening import (
    Suitability,
    all_tags,
    lacks,
    screening_findings,
    suitabilities,
)
from tests.planning.builders import CATALOGUE, effort, person, with_entries


def suits(id: str, **changes: Any) -> Suitability:
    """Return the suitability of an exercise for a person."""
    return suitabilities(person(**changes), CATALOGUE)[CATALOGUE.entry(id).id]


def test_a_towel_is_avoided_with_a_herniation_by_its_id() -> None:
    """The condition names the entry; its label is kept for the finding."""
    towel = suits("towel-roller-lying", conditions=["disc-herniation"])

    assert not towel.is_allowed
    assert [condition.id for condition in towel.avoided_by] == ["disc-herniation"]
    assert suits("towel-roller-lying").is_allowed


def test_a_tag_avoids_every_exercise_that_has_it() -> None:
    """Osteoporosis avoids bending to the end of the range."""
    avoided = {
        entry.id
        for entry in CATALOGUE.entries
        if "flexion-end" in entry.tags and suits(entry.id, conditions=["osteoporosis"]).is_allowed
    }

    assert avoided == set()


def test_the_strictest_word_wins_over_all_conditions() -> None:
    """Pull-ups are a caution for treated blood pressure and avoided by a sore shoulder."""
    pull = suits("pulse-pull-up", conditions=["hypertension-controlled", "shoulder-injury"])

    assert not pull.is_allowed
    assert [condition.id for condition in pull.avoided_by] == ["shoulder-injury"]
    assert pull.is_reduced


def test_the_order_of_conditions_changes_nothing() -> None:
    """What rules an exercise out is told in the catalogue's order."""
    conditions = ["disc-herniation", "hip-pain", "glaucoma"]

    forms = [suitabilities(person(conditions=o), CATALOGUE) for o in permutations(conditions)]

    assert all(form == forms[0] for form in forms)


def test_cautions_are_the_tags_of_the_exercise_that_a_condition_names() -> None:
    """In the order of their ids; a tag that the exercise has not is no caution."""
    pigeon = suits("yoga-pigeon-pose", conditions=["disc-herniation", "shoulder-injury"])

    assert pigeon.cautions == tuple(sorted(pigeon.cautions))
    assert "arm-support" in pigeon.cautions
    assert "hang" not in pigeon.cautions
    assert pigeon.is_reduced


def test_an_entry_named_for_care_is_reduced_without_a_tag() -> None:
    """Circles of the pelvis with a herniation."""
    pelvis = suits("wushu-pelvic-rotation", conditions=["disc-herniation"])

    assert (pelvis.is_reduced, pelvis.cautions, pelvis.is_allowed) == (True, (), True)
    assert suits("wushu-chest-rotation", conditions=["disc-herniation"]) == Suitability()


def test_everybody_rolls_to_the_side_and_rises() -> None:
    """No condition takes the slow way up away or reduces it (evidence.md §2.2)."""
    all_conditions = [condition.id for condition in CATALOGUE.conditions]

    way_up = suits("transition-roll-and-rise", conditions=all_conditions)

    assert way_up.is_allowed
    assert not way_up.is_reduced


def test_a_fast_way_up_is_no_slow_one() -> None:
    """The rocking rise is a transition too, and every condition avoids it."""
    for condition in CATALOGUE.conditions:
        rise = suits(
            "relief-rocking-rise", conditions=[condition.id], asks_for=["relief-rocking-rise"]
        )
        assert rise.avoided_by == (condition,)


RISE = ["relief-rocking-rise"]


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({}, "it is planned only for those who ask for it"),
        ({"asks_for": RISE}, ""),
        ({"asks_for": RISE, "pain": 2}, ""),
        (
            {"asks_for": RISE, "pain": 2.1},
            "rising fast is only for people without any condition and without pain",
        ),
        (
            {"asks_for": RISE, "pain": None},
            "rising fast is only for people without any condition and without pain",
        ),
        (
            {"asks_for": RISE, "conditions": ["knee-pain"]},
            "rising fast is only for people without any condition and without pain",
        ),
        ({"asks_for": RISE, "leaves_out": RISE}, "you asked to leave it out"),
    ],
)
def test_the_rocking_rise_is_for_the_fit_who_ask_for_it(
    changes: dict[str, Any], refused: str
) -> None:
    """What the person leaves out stays out, whatever else they say."""
    assert suits("relief-rocking-rise", **changes).refused == refused


def test_what_a_person_leaves_out_is_refused_with_their_word() -> None:
    """Any exercise; the others stay."""
    assert suits("neck-2-rotation", leaves_out=["neck-2-rotation"]).refused == (
        "you asked to leave it out"
    )
    assert suits("neck-3-side-bend", leaves_out=["neck-2-rotation"]) == Suitability()


def test_a_protocol_has_the_tags_of_its_items() -> None:
    """So a condition that avoids an item avoids the whole."""
    protocol = CATALOGUE.entry("wushu-whole-complex")

    assert "neck-circling" in all_tags(protocol, CATALOGUE)
    assert "neck-circling" not in protocol.tags
    assert not suits("wushu-whole-complex", conditions=["neck-radiculopathy"]).is_allowed


SEATED = CATALOGUE.entry("relief-seated-hands-behind-head")
TOWEL = CATALOGUE.entry("towel-roller-lying")


def test_a_place_lacks_the_floor_before_things() -> None:
    """The first thing that is missing is named, else nothing."""
    assert lacks(TOWEL, Place(name="office")) == "floor"
    assert lacks(TOWEL, Place(name="gym", has_floor=True)) == "towel"
    assert lacks(TOWEL, Place(name="gym", has_floor=True, equipment=["towel"])) == ""
    assert lacks(SEATED, Place(name="office", equipment=["chair"])) == ""
    ball = CATALOGUE.entry("fitball-exercises")
    assert lacks(ball, Place(name="gym", equipment=["gym-ball"])) == "wall-or-chair"


def test_optional_things_are_never_lacked() -> None:
    """A pillow under the head would be nice."""
    optional = evolve(
        SEATED, equipment=tuple(evolve(need, is_optional=True) for need in SEATED.equipment)
    )

    assert lacks(optional, Place(name="office")) == ""


def test_what_is_left_out_or_reduced_is_told_with_its_reason() -> None:
    """Avoided, on request, reduced; and nothing of what is planned as it is."""
    ids = ("towel-roller-lying", "bar-hang", "wushu-pelvic-rotation", "wushu-chest-rotation")
    entries = tuple(CATALOGUE.entry(id) for id in ids)
    suitable = suitabilities(person(conditions=["disc-herniation", "sciatica"]), CATALOGUE)

    avoided, asked, reduced = screening_findings(entries, suitable, CATALOGUE)

    assert (avoided.rule, avoided.severity, avoided.subject) == (
        "condition-avoid",
        Severity.LEFT_OUT,
        "towel-roller-lying",
    )
    assert avoided.concession == "a clinician who clears it for you"
    assert (asked.rule, asked.severity, asked.subject, asked.concession) == (
        "on-request",
        Severity.NOTE,
        "bar-hang",
        "",
    )
    assert asked.reason.endswith(" is left out: it is planned only for those who ask for it.")
    assert (reduced.rule, reduced.severity, reduced.subject, reduced.concession) == (
        "condition-caution",
        Severity.CHANGED,
        "wushu-pelvic-rotation",
        "",
    )
    assert reduced.reason.endswith(" is planned in its gentle form only.")


def why(id: str, **changes: Any) -> str:
    """Return why an exercise is left out."""
    suitable = suitabilities(person(**changes), CATALOGUE)
    (finding,) = screening_findings((CATALOGUE.entry(id),), suitable, CATALOGUE)
    return finding.reason


def test_a_reason_says_what_an_exercise_does_and_not_what_a_person_has() -> None:
    """A plan is shown to others: tags in words, in the order of their ids."""
    pull = CATALOGUE.entry("pulse-pull-up").name
    both = ["shoulder-injury", "heart-disease-or-angina"]

    assert why("pulse-pull-up", conditions=both) == (
        f"{pull} is left out: your answers about your health rule this out: "
        "body weight through the arms overhead, strong pulling."
    )


def test_examples_in_brackets_are_left_out_of_a_reason() -> None:
    """The meaning of a tag names some; the reason says what this exercise does."""
    table = CATALOGUE.entry("yoga-two-legged-table-pose")

    assert "(" in CATALOGUE.tag("extension-end").meaning
    assert why(table.id, conditions=["recent-back-injury"]) == (
        f"{table.name} is left out: your answers about your health rule this out: "
        "spine extended to or near end range."
    )


def test_what_is_avoided_by_its_name_is_told_in_the_articles_words_if_it_has_any() -> None:
    """The towel has a contraindication of the article; a circle of the knees has none."""
    towel = CATALOGUE.entry("towel-roller-lying")
    article = "; ".join(note.text for note in towel.safety if note.is_contraindication)
    knee = CATALOGUE.entry("wushu-knee-rotation").name

    assert article
    assert why("towel-roller-lying", conditions=["disc-herniation"]) == (
        f"{towel.name} is left out: your answers about your health rule it out "
        f"(the article: {article})."
    )
    assert why("wushu-knee-rotation", conditions=["knee-pain"]) == (
        f"{knee} is left out: your answers about your health rule it out."
    )


def test_a_stretch_by_the_hands_alone_is_left_out_where_they_must_not_pull() -> None:
    """Its reduced form would leave nothing; with a contraction something is left."""
    sore = person(conditions=["neck-radiculopathy"])
    suitable = suitabilities(sore, CATALOGUE)
    lift = CATALOGUE.entry("lying-04-supine-neck-flexion-stretch")
    press = CATALOGUE.entry("lying-05a-neck-contract-relax")

    finding, _ = screening_findings((lift, press), suitable, CATALOGUE)

    assert suitable[lift.id].leaves_nothing
    assert not suitable[lift.id].is_allowed
    assert suitable[press.id].is_allowed
    assert not suitabilities(person(), CATALOGUE)[lift.id].leaves_nothing
    assert (
        finding.rule,
        finding.severity,
        finding.subject,
        finding.reason,
        finding.concession,
    ) == (
        "condition-caution",
        Severity.LEFT_OUT,
        lift.id,
        f"{lift.name} is left out: its gentle form leaves nothing of it.",
        "a clinician who clears it for you",
    )


def test_what_is_refused_and_would_be_reduced_is_told_once() -> None:
    """As refused; avoided outranks both."""
    own = effort(tags=("isometric",), on_request=True)
    suitable = suitabilities(person(conditions=["hypertension-controlled"]), with_entries(own))

    (finding,) = screening_findings((own,), suitable, with_entries(own))

    assert suitable[own.id].is_reduced
    assert finding.rule == "on-request"
