"""The door: what a journal says on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, cast

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model import (
    Catalogue,
    Entry,
    ExerciseId,
    Journal,
    PastSession,
    Plan,
    SessionPart,
)
from spinecare.model._showing import ShownBriefly
from spinecare.reviewing._absences import absences, away
from spinecare.reviewing._alarms import Alarm, alarms
from spinecare.reviewing._concerns import Concern, concerns, left_out, pain_before
from spinecare.reviewing._contradictions import Contradiction, contradictions
from spinecare.reviewing._experience import Experience, by_exercise, experiences_of
from spinecare.reviewing._judging import relieving, unblamed
from spinecare.reviewing._policy import POLICIES, STRICT, Policy
from spinecare.reviewing._questions import Question, Unnoted, questions, unnoted
from spinecare.reviewing._sittings import sittings
from spinecare.reviewing._verdicts import Verdict, verdict
from spinecare.reviewing._weeks import Course, WeekRuling, Weeks

_MOST: Final = 0.75
"""Where so much of what was done is left out, nothing else takes its place (D-JUDGE)."""


@frozen(kw_only=True)
class Review(ShownBriefly):
    """What a journal says on a day."""

    on: date
    """The day."""
    policy: Policy
    """The numbers it was judged by."""
    verdicts: tuple[Verdict, ...]
    """One for each exercise of the journal, by id."""
    alarms: tuple[Alarm, ...]
    """Signs that end all exercise, by day."""
    weeks: tuple[WeekRuling, ...]
    """What R5 says of each week with a known morning, in order."""
    course: Course
    """What R5 asks for on the day, of the week before and of the running one."""
    before: float | None
    """The pain to begin with: of the last two days on which it was told before a session, within
    two weeks, the lower one; `None` where nobody told."""
    concerns: tuple[Concern, ...]
    """What is no alarm, and still needs the warning signs gone through, or a clinician; by day."""
    contradictions: tuple[Contradiction, ...]
    """Where entries say different things of the same."""
    questions: tuple[Question, ...]
    """Mornings that nobody has told of yet, of the last week."""
    hurts_everywhere: bool = False
    """Whether three quarters of what was done, and three exercises at least, are left out: a plan
    holds nothing but relief positions then."""
    unnoted: tuple[Unnoted, ...] = ()
    """Sessions of the last week that nothing is noted of, by day; empty where no plan is given."""


def review(
    journal: Journal, *, on: date, policy: Policy | str = STRICT, plan: Plan | None = None
) -> Review:
    """Return what a journal says on a day: a verdict on every exercise, and why.

    It depends on what the entries tell of, never on the order in which they came, on the clocks
    they were written by, or on what tells of later days: reading a journal day by day gives the
    same as reading it whole with `on`.

    Args:
        journal: The journal.
        on: The day; answers about later mornings do not count yet.
        policy: The thresholds: `strict` takes the article's word that what hurts is stopped;
            `monitored` tolerates pain up to 5 that is gone by the morning.
        plan: The plan that it tells of: what is noted of a whole session then speaks for each
            exercise of it that has no entry of its own, as it does for `make_plan(previous=plan)`;
            and sessions of it that nothing is noted of are asked about.

    Raises:
        InvalidValueError: Not a journal, not a date, or a policy that is none.

    Examples:
        >>> from datetime import date
        >>> from spinecare import Journal, review
        >>> review(Journal(), on=date(2026, 11, 30)).verdicts
        ()
    """
    if not isinstance(journal, Journal):
        raise InvalidValueError.of("journal", "a Journal", journal)
    if type(cast("object", on)) is not date:  # a moment would be a date, too
        raise InvalidValueError.of("on", "a date", on)
    if plan is not None and not isinstance(plan, Plan):
        raise InvalidValueError.of("plan", "a Plan", plan)
    whole = journal if plan is None else spelt_out(journal, plan.remembered)
    beside = Known()
    if plan is not None:
        beside = Known(relief=relief_of(plan.catalogue), planned=plan.remembered)
    return reviewed(whole, on=on, policy=policy, beside=beside)[0]


@frozen(kw_only=True)
class Known:
    """What a caller knows of exercises beside a journal."""

    relief: frozenset[ExerciseId] = frozenset()
    """The relief positions: only what is felt in them counts against them."""
    tops: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """The highest levels that doses have, where they are known."""
    begins: Mapping[ExerciseId, int] = field(factory=dict[ExerciseId, int])
    """The levels at which exercises began, where that is not their first dose."""
    past: tuple[Experience, ...] | None = None
    """What was done before the journal begins and in it, for time away; `None` for no more."""
    since: date | None = None
    """The day from which on time away counts; `None` for all of it."""
    planned: tuple[PastSession, ...] = ()
    """Sessions that were planned, to ask about where nothing is noted of them."""


def reviewed(
    journal: Journal, *, on: date, policy: Policy | str, beside: Known
) -> tuple[Review, tuple[Experience, ...]]:
    """Return what a journal says on a day, as `review`, with the experiences that say it.

    Args:
        journal: The journal, spelt out.
        on: The day.
        policy: The numbers.
        beside: What is known beside it.
    """
    numbers = policy_of(policy)
    told = sittings(journal, until=on)
    weeks = Weeks(told, numbers)
    felt = experiences_of(told)
    if beside.relief:
        felt = tuple(relieving(one) if one.exercise in beside.relief else one for one in felt)
    known = unblamed(felt, numbers)
    course, rulings = weeks.course(on), weeks.rulings(on)
    lived = by_exercise(known)
    past = known if beside.past is None else beside.past
    done = lived if beside.past is None else by_exercise(past)
    persons = away(past, on)
    verdicts = tuple(
        verdict(
            exercise,
            lived[exercise],
            weeks,
            numbers,
            on=on,
            missed=absences(done.get(exercise, ()), persons, on, beside.since),
            first=beside.begins.get(exercise, 0),
            top=beside.tops.get(exercise),
        )
        for exercise in sorted(lived)
    )
    share_out = left_out(known, verdicts)
    found = Review(
        on=on,
        policy=numbers,
        verdicts=verdicts,
        alarms=alarms(told),
        weeks=rulings,
        course=course,
        before=pain_before(told, on),
        concerns=concerns(told, known, rulings, course, share_out, numbers, on),
        contradictions=contradictions(told),
        hurts_everywhere=share_out >= _MOST,
        questions=questions(told, on),
        unnoted=unnoted(told, beside.planned, on),
    )
    return found, known


def policy_of(policy: Policy | str) -> Policy:
    """Return a policy by its name.

    Raises:
        InvalidValueError: There is none of that name.
    """
    if isinstance(policy, Policy):
        return policy
    try:
        return POLICIES[policy]
    except (KeyError, TypeError):
        expected = f"one of {', '.join(POLICIES)}, or a Policy"
        raise InvalidValueError.of("policy", expected, policy) from None


def spelt_out(journal: Journal, sessions: Iterable[PastSession]) -> Journal:
    """Return a journal in which every exercise of a session that it tells of has an entry.

    Args:
        journal: The journal.
        sessions: What sessions held, as far as that is remembered.
    """
    held = {one.id: one for one in sessions}
    told = [entry for entry in journal.entries if entry.session in held]
    own = {(entry.session, entry.exercise) for entry in told}
    latest = {entry.session: entry for entry in told}
    more = [
        Entry(
            session=id,
            date=entry.date,
            exercise=step.exercise,
            written_at=entry.written_at,
            planned=step.planned,
        )
        for id, entry in latest.items()
        for step in held[id].steps
        if (id, step.exercise) not in own
    ]
    return journal.with_entries(*more) if more else journal


def relief_of(catalogue: Catalogue) -> frozenset[ExerciseId]:
    """Return the relief positions of a catalogue."""
    relief = (one for one in catalogue.routines if one.part is SessionPart.RELIEF)
    return frozenset(id for routine in relief for id in routine.entries)
