"""Why a day holds the sessions it holds, or none."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from spinecare import (
    Availability,
    Finding,
    Person,
    RuleId,
    Screening,
    Severity,
    make_plan,
)
from spinecare.explanation import explain
from tests.explanation.people import (
    of_rule,
    plan,
    planned,
    someone,
    with_session,
    without_session,
)

SUNDAY = date(2026, 11, 29)


def test_a_day_tells_its_sessions_with_their_minutes() -> None:
    """Each with its time, place, routines and what it uses of the slot."""
    why = explain(plan("desk-worker"), date(2026, 11, 24))

    assert why.summary == "Tue 24 Nov has 2 sessions, at 12:30 and 20:00."
    assert [reason.number("slot_min") for reason in of_rule(why, "time")] == [15, 20]


def test_a_day_tells_its_breaks_from_the_desk() -> None:
    """How many, from when to when, how long."""
    why = explain(plan("desk-worker"), "2026-11-24")

    (breaks,) = [r for r in of_rule(why, "cadence") if r.about == ("desk-breaks",)]
    assert breaks.text == (
        "7 breaks from sitting of 5 minutes, 10:00 to 16:00; they are to come about every "
        "60 minutes at the desk."
    )


def test_a_day_without_a_slot_says_so_where_the_person_is_given() -> None:
    """The plan alone does not know the slots."""
    alone = explain(plan("keen"), SUNDAY)
    known = explain(plan("keen"), SUNDAY, person=someone(availability="Mon-Sat 18:00 30 min"))

    assert alone.summary == "Sun 29 Nov has no session."
    assert "slot" not in str(alone)
    assert "There is no slot on Sun." in str(known)


def test_a_day_off_is_called_that() -> None:
    """A day off has no session, whatever its weekday's slots are."""
    who = someone()
    off = evolve(who, availability=evolve(who.availability, days_off=(SUNDAY,)))

    assert "It is a day off." in str(explain(plan("keen"), SUNDAY, person=off))


def test_a_day_whose_slots_stay_empty_names_them() -> None:
    """The times of the slots that hold nothing."""
    who = someone(availability="Sun 09:00, 18:00 30 min", level="practised")

    assert "The slots at 09:00 and 18:00 stay empty." in str(
        explain(plan("keen"), SUNDAY, person=who)
    )


def test_a_day_tells_when_the_window_of_a_routine_opens() -> None:
    """Days since the last time, the low end of the window, the date it opens, the next session."""
    made = planned(someone(availability="Mon, Wed 18:00 30 min"))

    (why,) = of_rule(explain(made, "2026-11-25"), "supercompensation")

    assert why.text == (
        "Pulse pull-ups: not on this day; it was last 2 days before, on Mon 23 Nov, and its window "
        "opens after 5, on Sat 28 Nov; it comes next on Mon 30 Nov."
    )


def test_a_day_tells_that_a_gap_is_not_over() -> None:
    """The day after a session of a routine that stays 48 hours apart."""
    made = planned(someone(routines=["upper-back"], availability="Mon, Tue, Fri 18:00 30 min"))
    first = made.sessions[0].date

    (why,) = of_rule(explain(made, first.replace(day=first.day + 1)), "routine-gap")

    assert "its sessions stay 48 hours apart" in why.text


def test_a_day_tells_that_the_week_is_full() -> None:
    """Three times a week at most: a fourth day has none."""
    made = plan("keen")
    sunday = explain(made, SUNDAY)

    full = [reason for reason in of_rule(sunday, "routine-gap") if "on other days" in reason.text]

    assert full
    assert all(reason.number("week_n") == reason.number("most_n") == 3 for reason in full)


def test_a_day_before_the_first_session_says_when_a_routine_comes() -> None:
    """There is no day before to count from."""
    made = planned(someone(availability="Fri 18:00 30 min"))

    assert "Pulse pull-ups: not on this day; it comes next on Fri 27 Nov." in str(
        explain(made, "2026-11-24")
    )


def test_a_day_after_the_last_session_says_when_it_was() -> None:
    """There is no next."""
    made = planned(someone(availability="Mon 18:00 30 min"), 1)

    text = str(explain(made, SUNDAY))

    assert "it was last 6 days before, on Mon 23 Nov, and its window is open until Tue 1 Dec." in (
        text
    )


def test_a_day_says_nothing_of_a_routine_that_never_comes() -> None:
    """Its own explanation tells why."""
    made = planned(someone(availability="Mon 18:00 30 min"), 1)
    bare = without_session(made, made.sessions[0])

    assert explain(bare, SUNDAY).reasons == ()


def test_a_finding_of_the_day_is_told_first() -> None:
    """What kept a slot empty stands in the findings."""
    made = plan("keen")
    finding = Finding(
        rule=RuleId("time"),
        severity=Severity.NOT_FITTED,
        subject="slot",
        place="2026-11-29",
        reason="Nothing that was due fitted.",
    )

    why = explain(evolve(made, findings=(finding,)), SUNDAY)

    assert why.reasons[0].text == finding.reason
    assert why.reasons[1].text == "A session fits its slot, counted honestly."


def test_a_session_of_no_routine_is_told_on_its_day() -> None:
    """Steps without a routine are still there."""
    made = plan("keen")
    session = evolve(made.sessions[0], routines=())

    why = explain(with_session(made, made.sessions[0], session), session.date)

    assert "At 06:45, home: steps of its own" in str(why)


def test_a_day_past_the_window_says_neither_that_it_opens_nor_that_it_is_open() -> None:
    """Pull-ups on 23 November, and a day off a week later."""
    days_off = [date(2026, 11, 30)]
    slots = Availability.parse("Mon 18:00 30 min").slots
    off = Person(
        timezone="Europe/Berlin",
        availability=Availability(slots=slots, days_off=days_off),
        routines=["pulse-pull-ups"],
        equipment=["pull-up-bar"],
        screening=Screening(others="no"),
    )
    late = make_plan(off, start=date(2026, 11, 23), weeks=3)

    text = str(explain(late, date(2026, 12, 3)))

    assert "it was last 10 days before, on Mon 23 Nov; it comes next on Mon 7 Dec." in text
    assert "window" not in text
