"""Who may do what: warning signs, conditions, things at hand, the place."""

from __future__ import annotations

from typing import Any

import pytest

from spinecare.errors import ClinicianFirst, NotScreenedError
from spinecare.model import Screening
from spinecare.planning.screening import (
    refuse_warning_signs,
)
from tests.planning.builders import CATALOGUE, person


def refusal(**screening: Any) -> ClinicianFirst:
    """Return the refusal for answers to the questions."""
    cleared = screening.pop("cleared", False)
    who = person(screening=Screening(**screening), cleared_by_clinician=cleared)
    with pytest.raises(ClinicianFirst) as caught:
        refuse_warning_signs(who, CATALOGUE)
    return caught.value


@pytest.mark.parametrize(
    ("flag", "urgency", "action"),
    [
        (
            "rf-saddle-numbness",
            "emergency",
            "Call the emergency services or go to a hospital now; do not exercise.",
        ),
        ("rf-fever", "urgent", "See a clinician within 24 to 48 hours; do not exercise before."),
        ("rf-age", "before-start", "Let a clinician clear you for exercise before you start."),
    ],
)
def test_a_warning_sign_refuses_with_what_to_do(flag: str, urgency: str, action: str) -> None:
    """What to do, how soon, and which sign it was."""
    refused = refusal(yes=[flag], others="no")

    assert (refused.urgency, refused.action) == (urgency, action)
    assert refused.signs == ((flag, CATALOGUE.red_flag(flag).question),)


def test_the_most_urgent_sign_speaks_first() -> None:
    """Signs of the same urgency together, in the order of the catalogue."""
    signs = ["rf-age", "rf-neck-vascular", "rf-fever", "rf-saddle-numbness"]

    refused = refusal(yes=signs, others="no")

    assert refused.urgency == "emergency"
    assert [id for id, _ in refused.signs] == ["rf-saddle-numbness", "rf-neck-vascular"]
    assert refusal(yes=["rf-age", "rf-fever"], others="no").urgency == "urgent"


def test_a_before_start_sign_needs_clearance_and_no_other_is_cleared_by_it() -> None:
    """A clinician's word answers age and known heart disease, not fever."""
    who = person(screening=Screening(yes=["rf-age"], others="no"), cleared_by_clinician=True)

    refuse_warning_signs(who, CATALOGUE)

    assert refusal(yes=["rf-fever"], others="no", cleared=True).urgency == "urgent"
    assert refusal(yes=["rf-chest-pain"], others="no", cleared=True).urgency == "emergency"


def test_a_sign_that_is_present_outranks_questions_that_are_open() -> None:
    """What to do comes before what to ask."""
    assert refusal(yes=["rf-fever"]).urgency == "urgent"


def test_unasked_questions_refuse_all_at_once() -> None:
    """Every question without an answer is named, in order; answered ones are not."""
    who = person(screening=Screening(no=["rf-fever"]))

    with pytest.raises(NotScreenedError) as caught:
        refuse_warning_signs(who, CATALOGUE)

    expected = tuple((f.id, f.question) for f in CATALOGUE.red_flags if f.id != "rf-fever")
    assert caught.value.open_questions == expected


def test_a_cleared_before_start_sign_still_leaves_the_other_questions() -> None:
    """Clearance answers no question."""
    who = person(screening=Screening(yes=["rf-age"]), cleared_by_clinician=True)

    with pytest.raises(NotScreenedError):
        refuse_warning_signs(who, CATALOGUE)


def test_all_questions_answered_one_by_one_are_enough() -> None:
    """Nobody needs the short word for the rest."""
    who = person(screening=Screening(no=[flag.id for flag in CATALOGUE.red_flags]))

    refuse_warning_signs(who, CATALOGUE)
