"""Nothing of the reference pages is missing from the data, and nothing in them stands alone."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from spinecare.catalogue import load_catalogue
from spinecare.model import Hold, Position, Record
from tests.catalogue.expected import NUMBERS, PLANNED, of_record

CATALOGUE = load_catalogue()


def test_the_catalogue_holds_all_ninety_seven_entries() -> None:
    """51 exercises, 18 variants, 6 protocols, 2 transitions, 10 pieces of advice, 10 rules."""
    counts = Counter(entry.record.value for entry in CATALOGUE.entries)

    found = (len(CATALOGUE.advice), len(CATALOGUE.rules), len(CATALOGUE.routines))

    assert dict(counts) == {
        "exercise": 51,
        "variant": 18,
        "protocol": 6,
        "transition": 2,
        "rest": 7,
    }
    assert found == (10, 10, 14)
    assert len(NUMBERS["entries"]) == NUMBERS["counts"]["total"]["entries"] == 97


def test_no_entry_is_left_out_and_none_is_invented() -> None:
    """The ids are those of the reference page, in its order; resting poses come after them."""
    ids = [entry.id for entry in CATALOGUE.entries if entry.record is not Record.REST]

    assert ids == list(PLANNED)
    assert [item.id for item in CATALOGUE.advice] == list(of_record("advice"))
    assert [rule.id for rule in CATALOGUE.rules] == list(of_record("rule"))


def test_the_exercises_have_two_hundred_and_eighty_nine_phases() -> None:
    """Resting poses, which the article does not have, do not count."""
    phases = [
        phase
        for entry in CATALOGUE.entries
        if entry.record is not Record.REST
        for phase in entry.phases
    ]

    assert len(phases) == NUMBERS["counts"]["total"]["phases"] == 289


def test_warning_signs_conditions_tags_and_claims_are_all_there() -> None:
    """26 warning signs, 19 conditions, 33 tags, 33 claims."""
    counts = tuple(
        map(
            len,
            (CATALOGUE.red_flags, CATALOGUE.conditions, CATALOGUE.tags, CATALOGUE.claims),
        )
    )

    assert counts == (26, 19, 33, 33)


@pytest.mark.parametrize("id", of_record("advice"))
def test_advice_is_complete(id: str) -> None:
    """Lines, regions and things it is about."""
    expected = NUMBERS["entries"][id]

    advice = CATALOGUE.advice_by_id(id)

    assert list(advice.lines) == expected["lines"]
    assert list(advice.regions) == expected["regions"]
    assert list(advice.equipment) == expected.get("equipment", [])
    assert len(advice.safety) == expected.get("safety", 0)
    assert len(advice.cautions) == len(expected.get("cautions", []))


@pytest.mark.parametrize("id", of_record("rule"))
def test_a_guiding_rule_applies_where_the_article_says(id: str) -> None:
    """And the routines name it."""
    expected = NUMBERS["entries"][id]

    rule = next(rule for rule in CATALOGUE.rules if rule.id == id)
    named_by = {routine.id for routine in CATALOGUE.routines if id in routine.rules}

    assert list(rule.lines) == expected["lines"]
    assert list(rule.applies) == expected["applies"]
    assert named_by == set(rule.applies)
    assert len(rule.safety) == expected.get("safety", 0)
    assert list(rule.observe_days or []) == expected.get("amounts", {}).get("observe_days", [])


@pytest.mark.parametrize("id", NUMBERS["red_flags"])
def test_a_warning_sign_asks_for_the_right_urgency(id: str) -> None:
    """Group, urgency and sources."""
    expected = NUMBERS["red_flags"][id]

    sign = CATALOGUE.red_flag(id)

    assert sign.group == expected["group"]
    assert sign.urgency.value == expected["urgency"]
    assert list(sign.sources) == expected["sources"]
    assert sign.question


@pytest.mark.parametrize("id", NUMBERS["conditions"])
def test_a_condition_rules_out_what_the_evidence_page_says(id: str) -> None:
    """Tags and entries, avoided and with caution."""
    expected = NUMBERS["conditions"][id]

    condition = CATALOGUE.condition(id)

    assert list(condition.avoid) == expected["avoid"]
    assert list(condition.entries_avoid) == expected.get("entries_avoid", [])
    assert list(condition.caution) == expected["caution"]
    assert list(condition.entries_caution) == expected.get("entries_caution", [])


def test_bending_waits_longer_after_getting_up_with_a_disc() -> None:
    """Two hours with a herniation, and with leg pain until a disc is excluded; else one."""
    hours = {condition.id: condition.waking_hours for condition in CATALOGUE.conditions}

    longer = {id for id, number in hours.items() if number == 2}

    assert longer == {"disc-herniation", "sciatica"}
    assert set(hours.values()) == {1, 2}


def test_every_tag_of_the_evidence_page_has_its_meaning() -> None:
    """33 tags."""
    tags = {tag.id: tag.meaning for tag in CATALOGUE.tags}

    assert sorted(tags) == sorted(NUMBERS["tags"]["ids"])
    assert all(tags.values())


def test_every_tag_of_a_caution_has_a_reduced_form() -> None:
    """Only `fast-rise` has none: it is never a caution, always avoided."""
    cautions = {tag for condition in CATALOGUE.conditions for tag in condition.caution}

    without = {tag.id for tag in CATALOGUE.tags if not tag.reduced_form}

    assert without == {"fast-rise"}
    assert not cautions & without
    assert CATALOGUE.reduced_form


def test_the_limits_of_the_reduced_forms_are_numbers() -> None:
    """2 s at the top, 5 s of hang or contraction, 3 min on the back."""
    holds = {tag.id: tag.max_hold_s for tag in CATALOGUE.tags if tag.max_hold_s is not None}
    steps = {tag.id: tag.max_step_s for tag in CATALOGUE.tags if tag.max_step_s is not None}

    assert holds == {"extension-end": 2, "hang": 5, "isometric": 5, "neck-resisted": 5}
    assert steps == {"supine": 180}


def test_every_claim_carries_its_label() -> None:
    """33 rows, each with its lines of the article and what the evidence says."""
    labels = {str(claim.number): claim.label.value for claim in CATALOGUE.claims}

    assert labels == {number: row["label"] for number, row in NUMBERS["claims"].items()}
    for claim in CATALOGUE.claims:
        lines = re.findall(r"\d+", NUMBERS["claims"][str(claim.number)]["lines"])
        assert claim.lines == tuple(map(int, lines))
        assert claim.finding


def test_a_claim_is_about_what_the_same_lines_of_the_article_speak_of() -> None:
    """But for what sitting does (claim 2), which the article says long before its desk breaks."""
    named = [
        *((entry.id, entry.lines) for entry in CATALOGUE.entries),
        *((routine.id, routine.lines) for routine in CATALOGUE.routines),
        *((advice.id, advice.lines) for advice in CATALOGUE.advice),
    ]

    for claim in CATALOGUE.claims:
        for about in claim.about:
            lines = {line for id, own in named if id == about for line in own}
            assert claim.number == 2 or lines & set(claim.lines), (claim.id, about)


@pytest.mark.parametrize(
    ("id", "number"),
    [
        ("bar-hang", 5),
        ("bar-hang-passing", 5),
        ("pulse-pull-ups", 7),
        ("towel-roller-lying", 8),
        ("life-mattress", 15),
        ("life-manual-therapist-credentials", 16),
        ("lying-09d-elongation-belly-draw-in", 22),
        ("yoga-cleansing-fire-pose", 27),
    ],
)
def test_a_doubtful_claim_is_shown_with_what_it_is_about(id: str, number: int) -> None:
    """Traditional and contradicted claims are labelled wherever they are shown."""
    shown = [claim.number for claim in CATALOGUE.claims_about(id)]

    assert number in shown


def test_every_position_has_its_contacts_and_a_code_or_a_reason() -> None:
    """20 positions; without a code a note says so."""
    positions = {term.id: term for term in CATALOGUE.positions}

    assert list(positions) == [position.value for position in Position]
    for term in positions.values():
        assert term.codes or term.note
        assert term.contacts or term.id in ("in-water", "any")


def test_regions_and_muscles_have_codes_of_the_field() -> None:
    """Only the body as a whole has no code."""
    without = {term.id for term in CATALOGUE.regions + CATALOGUE.muscles if not term.codes}

    assert without == {"whole-body"}
    assert len(CATALOGUE.regions) == 16
    assert len(CATALOGUE.muscles) == 35


def test_every_word_of_the_vocabularies_is_used() -> None:
    """Nothing stands in a vocabulary that no entry or advice needs."""
    regions = {region for entry in CATALOGUE.entries for region in entry.regions}
    muscles = {muscle for entry in CATALOGUE.entries for muscle in entry.muscles}
    things = {need.id for entry in CATALOGUE.entries for need in entry.equipment}
    about = {thing for advice in CATALOGUE.advice for thing in advice.equipment}

    assert regions == {term.id for term in CATALOGUE.regions}
    assert muscles == {term.id for term in CATALOGUE.muscles}
    assert things | about == {term.id for term in CATALOGUE.equipment}


def test_a_resting_pose_is_the_project_s_own_and_says_so() -> None:
    """The article asks for complete relaxation and names no pose for it."""
    for rest in CATALOGUE.rests:
        assert rest.is_only_relaxation
        assert rest.default("hold_s") is not None
        assert rest.dose.hold_s == Hold(low=5.0, high=60.0)
        assert [phase.seconds for phase in rest.phases] == [rest.dose.hold_s]
        assert [phase.sources for phase in rest.phases] == [("D-JUDGE",)]


def test_what_is_risky_is_planned_only_on_request() -> None:
    """The rocking rise, the fire pose, the belly draw-in, stairs, and the free hang."""
    on_request = {entry.id for entry in CATALOGUE.entries if entry.on_request}

    assert on_request == {
        "relief-rocking-rise",
        "yoga-cleansing-fire-pose",
        "lying-09d-elongation-belly-draw-in",
        "desk-break-stairs",
        "bar-hang",
    }


def test_the_texts_for_everyone_are_there() -> None:
    """No diagnosis, and five signs that end a session."""
    assert "does not diagnose" in CATALOGUE.notice
    assert len(CATALOGUE.stop_signs) == 5


def test_no_text_for_people_speaks_of_the_files_behind_it() -> None:
    """No page of the project's own preparation, no word for the article but `article`."""
    pattern = re.compile(r"\bseeds?\b|\.md\b|see evidence", re.IGNORECASE)

    assert not pattern.search(repr(CATALOGUE))
