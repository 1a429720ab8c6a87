"""A plan that is made again changes only where the journal asks for it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from spinecare import (
    AmendmentKind,
    ClinicianFirst,
    Done,
    Journal,
    Purpose,
    Session,
    SessionPart,
    Severity,
    from_json,
    make_plan,
    to_ical,
    to_json,
)
from spinecare.errors import InvalidValueError
from tests.adapting.living import (
    CALM,
    PEOPLE,
    START,
    after,
    again,
    entry,
    hurting,
    journal,
    main_exercises,
    person,
    plan_of,
    skipping,
)

CULPRIT = "neck-2-rotation"


def later(sessions: tuple[Session, ...], start: date) -> dict[str, Session]:
    """Return sessions from a day on, by id."""
    return {one.id: one for one in sessions if one.date >= start}


@pytest.mark.parametrize("name", PEOPLE)
def test_without_news_nothing_changes_byte_for_byte(name: str) -> None:
    """The same journal, the same start: the very same plan, its revision too."""
    before = plan_of(name)

    after_all = make_plan(person(name), start=START, weeks=4, previous=before, journal=Journal())

    assert to_json(after_all) == to_json(before)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_week_that_went_well_leaves_the_weeks_to_come_as_they_were(name: str) -> None:
    """Ids, times, steps and sides of all sessions to come."""
    before = plan_of(name)

    new = again(name, after(7), journal(before, after(7)))

    assert later(new.sessions, after(7)) == later(before.sessions, after(7))
    assert (new.changes, new.revision) == ((), before.revision + 1)


@pytest.mark.parametrize("name", PEOPLE)
def test_an_exercise_that_hurt_is_taken_out_and_no_neighbour_with_it(name: str) -> None:
    """Every other exercise stays in its session, but for what needs the one that is out."""
    before = plan_of(name)
    first_week = [one for one in before.sessions if one.date < after(7)]
    times = Counter(id for one in first_week for id in main_exercises(one))
    culprit = max(sorted(times), key=times.__getitem__)
    needing = {edge.after for edge in before.catalogue.edges if edge.before == culprit}

    new = again(name, after(7), journal(before, after(7), hurting(culprit, during=4)))

    old, now = later(before.sessions, after(7)), later(new.sessions, after(7))
    for id, session in old.items():
        kept = main_exercises(session) - {culprit} - needing
        assert kept <= main_exercises(now[id]), id
        assert culprit not in main_exercises(now[id])


def test_sessions_without_the_culprit_are_not_touched() -> None:
    """They keep id, time and content."""
    before = plan_of("desk-worker")

    new = again("desk-worker", after(7), journal(before, after(7), hurting(CULPRIT, during=6)))

    now = later(new.sessions, after(7))
    for id, session in later(before.sessions, after(7)).items():
        if CULPRIT not in main_exercises(session):
            assert now[id] == session


def test_what_hurt_twice_is_left_out_with_a_finding_and_told_as_a_change() -> None:
    """The reader learns what went, where, and why."""
    before = plan_of("desk-worker")

    new = again("desk-worker", after(7), journal(before, after(7), hurting(CULPRIT, during=6)))

    (finding,) = [one for one in new.findings if one.subject == CULPRIT]
    gone = [one for one in new.changes if one.exercise == CULPRIT]
    assert (finding.rule, finding.severity) == ("pain", Severity.LEFT_OUT)
    assert {one.kind for one in gone} == {AmendmentKind.DROPPED}
    assert all("ask a clinician" in one.reason for one in gone)


def test_what_hurt_once_rests_and_comes_back_gently() -> None:
    """Not before both mornings are known, then in its reduced form."""
    before = plan_of("desk-worker")
    session = next(one for one in before.sessions if CULPRIT in main_exercises(one))
    step = next(one for one in session.steps if one.exercise == CULPRIT)
    bad = entry(session, step, done=Done(outcome="done"), pain=attrs.evolve(CALM, during=6))
    first = session.date

    new = again("desk-worker", first + timedelta(days=1), Journal(entries=(bad,)))

    held = [
        (session.date, step)
        for session in new.sessions
        for step in session.steps
        if step.exercise == CULPRIT
    ]
    assert held
    assert all(day >= first + timedelta(days=2) and step.is_reduced for day, step in held)
    assert {one.kind for one in new.changes if one.exercise == CULPRIT} == {
        AmendmentKind.DROPPED,
        AmendmentKind.GENTLER,
    }


def test_a_stand_in_reaches_the_same_part_and_asks_for_no_more() -> None:
    """What takes the place of an exercise is of its routine, and no effort where it was none."""
    before = plan_of("desk-worker")
    culprit = "lying-01b-butterfly-leg-rock"
    catalogue = before.catalogue

    new = again("desk-worker", after(7), journal(before, after(7), hurting(culprit, during=6)))

    added = {one.exercise for one in new.changes if one.kind is AmendmentKind.ADDED}
    gone = catalogue.entry(culprit)
    assert added
    for id in added:
        assert id is not None
        assert set(new.catalogue.entry(id).regions) & set(gone.regions)
        assert not new.catalogue.entry(id).is_effort


def pull_days(sessions: tuple[Session, ...]) -> list[date]:
    """Return the days with pull-ups."""
    return [one.date for one in sessions if "pulse-pull-ups" in one.routines]


def test_missed_pull_ups_move_to_the_next_day_that_holds_them_and_their_window_with_them() -> None:
    """Monday was missed: the next slot takes them, and the ones after keep 5 to 8 days."""
    before = plan_of("keen")
    missed = [one for one in before.sessions if "pulse-pull-ups" in one.routines][1]
    start = missed.date + timedelta(days=1)

    new = again("keen", start, journal(before, start, skipping(missed.id)))

    first, second, *_ = pull_days(new.sessions)
    assert first == start
    assert 5 <= (second - first).days <= 8


def test_pull_ups_that_were_done_stay_where_they_are() -> None:
    """Without a miss nothing moves."""
    before = plan_of("keen")

    new = again("keen", after(8), journal(before, after(8)))

    planned = [day for day in pull_days(before.sessions) if day >= after(8)]
    assert pull_days(new.sessions)[: len(planned)] == planned


def test_what_was_skipped_counts_as_untried() -> None:
    """A first session that did not take place makes nothing known: it is new the next time."""
    before = plan_of("keen")
    first = before.sessions[0]

    new = again("keen", after(1), journal(before, after(1), skipping(first.id)))

    tried_later = {step.exercise for step in first.steps if step.purpose is Purpose.MAIN}
    flags = {
        step.exercise: step.is_new
        for session in reversed(new.sessions)
        for step in session.steps
        if step.exercise in tried_later
    }
    assert flags
    assert all(flags.values())


def test_what_nobody_noted_counts_for_rest_and_for_nothing_else() -> None:
    """A forgotten journal neither opens a stage nor lets muscles be loaded twice."""
    before = plan_of("desk-worker")

    silent = again("desk-worker", after(14), Journal(), weeks=2)
    noted = again("desk-worker", after(14), journal(before, after(14)), weeks=2)

    staged = "neck-4-isometric-resisted"
    assert not any(staged in main_exercises(one) for one in silent.sessions)
    assert any(staged in main_exercises(one) for one in noted.sessions)


def test_a_note_on_the_whole_session_speaks_for_its_exercises() -> None:
    """Who notes only "done" in the evening has done all of it."""
    before = plan_of("desk-worker")
    whole = Journal(
        entries=tuple(
            entry(session, done=Done(outcome="done"), pain=CALM)
            for session in before.sessions
            if session.date < after(14)
        )
    )

    new = again("desk-worker", after(14), whole, weeks=2)

    assert any("neck-4-isometric-resisted" in main_exercises(one) for one in new.sessions)


@pytest.mark.parametrize("missed", [7, 14])
def test_after_missed_weeks_no_dose_is_higher_than_before(missed: int) -> None:
    """What was left lying is taken up again at less, or the same where there is no less."""
    before = plan_of("keen")

    new = again("keen", after(14 + missed), journal(before, after(14)), weeks=1)

    doses = {step.exercise: step for one in before.sessions for step in one.steps}
    for session in new.sessions:
        for step in session.steps:
            if step.purpose is Purpose.MAIN and step.exercise in doses:
                assert step.reps <= doses[step.exercise].reps


def test_a_red_flag_in_the_journal_stops_everything_and_says_what_to_do() -> None:
    """Numbness is no matter of doses."""
    before = plan_of("desk-worker")
    session = before.sessions[0]
    numb = Journal(entries=(entry(session, session.steps[0], symptoms=("numbness",)),))

    with pytest.raises(ClinicianFirst) as caught:
        again("desk-worker", after(1), numb)

    assert "clinician" in str(caught.value)


def test_mornings_that_grow_very_bad_leave_relief_positions_alone() -> None:
    """R5: no programme above 5; lying at ease may go on."""
    before = plan_of("desk-worker")
    bad = attrs.evolve(CALM, next_morning=6)
    kept = journal(before, after(7), lambda _, __: {"done": Done(outcome="done"), "pain": bad})

    new = again("desk-worker", after(7), kept, weeks=1)

    parts = {new.catalogue.routine(id).part for one in new.sessions for id in one.routines}
    assert parts == {SessionPart.RELIEF}


def test_four_good_sessions_over_a_week_let_a_dose_grow() -> None:
    """All mornings known, nothing above 2, seven days: one step forward, told as a change."""
    name = "keen"
    before = plan_of(name)

    new = again(name, after(14), journal(before, after(12)), weeks=2)

    more = [one for one in new.changes if one.kind is AmendmentKind.MORE]
    assert more
    assert all("no worse" in one.reason for one in more)


def test_other_slots_are_planned_anew() -> None:
    """Where the times changed there is nothing to keep; the journal still counts."""
    before = plan_of("desk-worker")
    moved = attrs.evolve(person("desk-worker"), availability="Mon-Fri 20:00 25 min")
    kept = journal(before, after(7), hurting(CULPRIT, during=6))

    new = make_plan(moved, start=after(7), weeks=1, previous=before, journal=kept)

    assert new.sessions
    assert not any(CULPRIT in main_exercises(session) for session in new.sessions)
    assert {one.start.hour for one in new.sessions} == {20}


def test_weeks_beyond_the_plan_before_are_planned_as_always() -> None:
    """The kept weeks end; what comes after them follows on."""
    before = plan_of("desk-worker")

    new = again("desk-worker", after(21), journal(before, after(21)), weeks=3)

    days = {one.date for one in new.sessions}
    assert any(day >= after(28) for day in days)
    kept = later(before.sessions, after(21))
    assert {id: one for id, one in later(new.sessions, after(21)).items() if id in kept} == kept


def test_a_changed_plan_is_stored_and_read_back_with_its_changes() -> None:
    """Changes are part of the plan."""
    before = plan_of("desk-worker")
    new = again("desk-worker", after(7), journal(before, after(7), hurting(CULPRIT, during=6)))

    assert from_json(to_json(new)) == new
    assert new.changes


def test_the_calendar_of_a_changed_plan_updates_in_place() -> None:
    """The same events, a higher sequence."""
    before = plan_of("desk-worker")
    new = again("desk-worker", after(7), journal(before, after(7), hurting(CULPRIT, during=6)))

    def uids(data: bytes) -> set[bytes]:
        return {line for line in data.splitlines() if line.startswith(b"UID:")}

    assert uids(to_ical(new)) <= uids(to_ical(before))
    assert b"SEQUENCE:1" in to_ical(new)


def test_what_needs_the_culprit_says_so_when_it_goes() -> None:
    """The stage that opens after an exercise which is left out never opens."""
    before = plan_of("desk-worker")
    staged = "neck-4-isometric-resisted"

    new = again("desk-worker", after(7), journal(before, after(7), hurting(CULPRIT, during=6)))

    reasons = {one.reason for one in new.changes if one.exercise == staged}
    assert reasons == {"It comes only with or after what is out: Neck rotation."}
    assert {one.name for one in new.changes if one.exercise == CULPRIT} == {"Neck rotation"}


def test_a_clinicians_word_lets_plans_be_made_again_and_opens_what_was_left_out() -> None:
    """What was told before that day no longer stops anything; what is told after it does."""
    before = plan_of("desk-worker")
    numb = entry(before.sessions[0], before.sessions[0].steps[0], symptoms=("numbness",))
    kept = journal(before, after(7), hurting(CULPRIT, during=6)).with_entries(numb)
    cleared = attrs.evolve(person("desk-worker"), cleared_on=after(7))
    too_early = attrs.evolve(cleared, cleared_on=START)

    new = make_plan(cleared, start=after(7), weeks=1, previous=before, journal=kept)

    assert any(CULPRIT in main_exercises(session) for session in new.sessions)
    with pytest.raises(ClinicianFirst):
        make_plan(too_early, start=after(7), weeks=1, previous=before, journal=kept)


def test_a_journal_that_tells_of_days_to_come_is_refused_before_it_is_half_read() -> None:
    """Chest pain on the day after the start must not be passed over."""
    before = plan_of("desk-worker")
    later = next(one for one in before.sessions if one.date > START)
    pain = Journal(entries=(entry(later, symptoms=("chest-pain",)),))

    with pytest.raises(InvalidValueError, match="start must be no earlier than the last session"):
        again("desk-worker", START, pain)
    with pytest.raises(ClinicianFirst, match="chest pain, noted on"):
        again("desk-worker", later.date, pain)


def test_a_clinicians_word_of_a_day_to_come_is_refused() -> None:
    """An appointment is no word yet."""
    hopeful = attrs.evolve(person("desk-worker"), cleared_on=after(30))

    with pytest.raises(InvalidValueError, match="cleared_on must be no later than the start"):
        make_plan(hopeful, start=START, journal=Journal())


def test_what_a_clinician_allowed_again_begins_gently() -> None:
    """The first time after it was left out it comes in its gentle form."""
    before = plan_of("desk-worker")
    kept = journal(before, after(7), hurting(CULPRIT, during=6))
    cleared = attrs.evolve(person("desk-worker"), cleared_on=after(7))

    new = make_plan(cleared, start=after(7), weeks=1, previous=before, journal=kept)

    steps = [one for session in new.sessions for one in session.steps if one.exercise == CULPRIT]
    assert steps
    assert all(step.is_reduced for step in steps)


@pytest.mark.parametrize("change", [{"timezone": "America/New_York"}, {"name": "Bea"}])
def test_a_change_of_name_or_zone_is_news(change: dict[str, Any]) -> None:
    """A calendar in another zone stands at other instants."""
    before = plan_of("desk-worker")
    other = attrs.evolve(person("desk-worker"), **change)

    new = make_plan(other, start=START, weeks=4, previous=before, journal=Journal())

    assert new.revision == before.revision + 1
    assert (new.timezone, new.name) == (other.timezone, other.name)


@pytest.mark.parametrize("wrong", ["diary", {}, [], 3])
def test_what_is_no_journal_is_refused_by_name(wrong: object) -> None:
    """Before anything is planned."""
    with pytest.raises(InvalidValueError, match="journal must be a Journal"):
        make_plan(person("desk-worker"), start=START, journal=wrong)  # type: ignore[arg-type]  # no journal


def test_a_policy_that_is_none_is_refused_without_a_journal_too() -> None:
    """A slip of the pen shows at once."""
    with pytest.raises(InvalidValueError, match="policy must be one of strict, monitored"):
        make_plan(person("desk-worker"), start=START, policy="strickt")
