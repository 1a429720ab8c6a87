"""What must be true of warning signs, one promise after the other."""

from __future__ import annotations

import pytest

from spinecare import ClinicianFirst, SpinecareError
from spinecare.errors import NotScreenedError
from tests.checker.facts import built_in_facts
from tests.checker.people import FLAGS
from tests.checker.persons import KEEN, MONDAY
from tests.checker.planned import breaches_of, document_of


@pytest.mark.parametrize("flag", FLAGS)
def test_every_warning_sign_refuses_the_plan_and_says_what_to_do(flag: str) -> None:
    """All 26, each on its own; the message begins with what to do."""
    urgency = built_in_facts().red_flags[flag]["urgency"]
    person = KEEN | {"screening": {"yes": [flag], "others": "no"}}

    with pytest.raises(ClinicianFirst) as caught:
        document_of(person, MONDAY, 1)

    words = {"emergency": "emergency services", "urgent": "24", "before-start": "clear"}
    assert caught.value.urgency == urgency
    assert words[urgency] in str(caught.value).splitlines()[0]


def test_a_clinicians_word_opens_before_start_signs_and_no_others() -> None:
    """Cleared people with a before-start sign are planned for; emergencies never."""
    for flag in FLAGS:
        person = KEEN | {"cleared_by_clinician": True}
        person |= {"screening": {"yes": [flag], "others": "no"}}
        if built_in_facts().red_flags[flag]["urgency"] == "before-start":
            assert breaches_of(person, MONDAY, 1) == []
        else:
            with pytest.raises(ClinicianFirst):
                document_of(person, MONDAY, 1)


def test_one_unanswered_question_refuses_the_plan() -> None:
    """Unanswered is not no: every one of the 26 counts, and the error names it."""
    for flag in FLAGS:
        others = [id for id in FLAGS if id != flag]
        with pytest.raises(NotScreenedError) as caught:
            document_of(KEEN | {"screening": {"no": others}}, MONDAY, 1)
        assert [id for id, _ in caught.value.open_questions] == [flag]
        assert isinstance(caught.value, SpinecareError)
