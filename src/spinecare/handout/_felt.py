"""What a journal says of a plan's exercises: what needs the person, verdicts, pain over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, cast

from spinecare.catalogue import load_catalogue
from spinecare.errors import InvalidValueError
from spinecare.handout._felt_values import (
    HandoutFelt,
    HandoutNeed,
    HandoutPain,
    HandoutPainDay,
    HandoutPains,
    HandoutVerdict,
    HandoutVerdicts,
)
from spinecare.model import Entry, Journal, Plan, Urgency
from spinecare.reviewing import (
    SIGN_WORDS,
    Alarm,
    Policy,
    Review,
    Standing,
    Verdict,
    every_alarm,
    review,
    spelt_out,
)
from spinecare.wording import (
    VERDICT_COLUMNS,
    PainDay,
    PainHistory,
    clean,
    day_text,
    listed,
    name_of,
    next_time_text,
    number_text,
    pain_histories,
    sentence,
    shown,
    standing_text,
    when_text,
    why_texts,
)

_MOST: Final = 8
"""So many exercises are shown, as in `plot_pain`."""
_DAYS: Final = 5
"""So many days of each."""
_FIRST: Final = (
    Standing.LEAVE_OUT,
    Standing.REST,
    Standing.ON_TRIAL,
    Standing.SUITS,
    Standing.UNTRIED,
)
"""What matters first."""
_URGENCIES: Final = tuple(Urgency)
_CLINICIAN: Final = "What a clinician has told you since then comes first."
_COLUMNS: Final = (
    "Exercise",
    "Day",
    "Before",
    "During",
    "After",
    "Next morning",
    "Second morning",
)
_LEAD: Final = "Pain from 0 (none) to 10 (the worst you can think of)."
_NOTHING: Final = "Nothing is noted yet."
_STRANGE: Final = "Nothing in it is about an exercise, or a session that this plan knows."


def felt(plan: Plan, journal: Journal, policy: Policy | str) -> HandoutFelt:
    """Return what a journal says on the first day of a plan.

    Args:
        plan: The plan.
        journal: The journal.
        policy: What pain means.

    Raises:
        InvalidValueError: Not a journal, or a policy that is none.
    """
    if not isinstance(cast("object", journal), Journal):
        cure = "read one with from_json(text, Journal) or journal_from_csv."
        raise InvalidValueError.of("journal", "a Journal", journal, cure)
    found = review(journal, on=plan.start, policy=policy, plan=plan)
    known = (plan.catalogue, load_catalogue())

    def name(id: str) -> str:
        return shown(name_of(id, known))

    histories = pain_histories(spelt_out(journal, plan.remembered), name)
    alarms = every_alarm(journal)
    return HandoutFelt(
        title="How it felt",
        lead=_lead(journal, found, histories),
        later=_later(journal, plan.start),
        signs_title="Signs in your journal",
        needs_title="What needs you",
        signs=tuple(_signs(alarms)),
        clinician=_CLINICIAN if alarms else "",
        concerns=_folded((one.reason, one.what_to_do, one.date) for one in found.concerns),
        unanswered=_unanswered(found),
        verdicts=HandoutVerdicts(
            title="Where each exercise stands",
            columns=VERDICT_COLUMNS,
            rows=_verdicts(found, name),
        ),
        pains=_pains(histories, found.policy),
    )


def _lead(journal: Journal, found: Review, histories: Sequence[PainHistory]) -> str:
    if not journal.entries:
        return _NOTHING
    told = f"What your journal says on {day_text(found.on)}, judged by the policy "
    told += f"“{clean(found.policy.name)}”. It does not diagnose."
    return told if found.verdicts or histories else f"{told} {_STRANGE}"


def _later(journal: Journal, start: date) -> str:
    last = max(map(_last_day, journal.entries), default=start)
    if last <= start:
        return ""
    return (
        f"The journal goes on to {day_text(last)}: for what came after {day_text(start)} to count, "
        "have the plan made again with it."
    )


def _last_day(entry: Entry) -> date:
    """Return the last day that an entry tells of."""
    later = ((2, entry.pain.second_morning), (1, entry.pain.next_morning))
    days = next((days for days, pain in later if pain is not None), 0)
    return entry.date + timedelta(days=days)


def _signs(alarms: Sequence[Alarm]) -> Iterator[HandoutNeed]:
    """Yield signs, the most urgent first, each with all its days."""
    for urgency in _URGENCIES:
        yield from _folded(
            (SIGN_WORDS[one.symptom], one.what_to_do, one.date)
            for one in alarms
            if one.urgency is urgency
        )


def _folded(told: Iterable[tuple[str, str, date]]) -> tuple[HandoutNeed, ...]:
    """Return what needs the person, the same of several days once."""
    days: dict[tuple[str, str], list[date]] = {}
    for what, what_to_do, day in told:
        days.setdefault((what, what_to_do), []).append(day)
    return tuple(
        HandoutNeed(
            what=f"{what[:1].upper()}{what[1:]}",
            when=when_text(dates),
            what_to_do=sentence(what_to_do),
        )
        for (what, what_to_do), dates in days.items()
    )


def _unanswered(found: Review) -> str:
    """Return which mornings nobody told of yet, and of which sessions nothing is noted."""
    told: list[str] = []
    if found.questions:
        mornings = [day_text(day) for day in dict.fromkeys(q.morning for q in found.questions)]
        on = "morning" if len(mornings) == 1 else "mornings"
        told.append(f"Not answered yet: how it felt on the {on} of {listed(mornings)}.")
    if found.unnoted:
        days = [day_text(day) for day in dict.fromkeys(one.date for one in found.unnoted)]
        what = "the session" if len(found.unnoted) == 1 else "the sessions"
        told.append(f"Nothing is noted of {what} of {listed(days)}: note at least what was done.")
    return " ".join(told)


def _verdicts(found: Review, name: Callable[[str], str]) -> tuple[HandoutVerdict, ...]:
    named = [(_FIRST.index(one.standing), name(one.exercise), one) for one in found.verdicts]
    return tuple(
        HandoutVerdict(
            name=called,
            standing=standing_text(one),
            next_time=next_time_text(one, found.policy),
            why=why_texts(one),
        )
        for _, called, one in sorted(named, key=_place)
    )


def _place(named: tuple[int, str, Verdict]) -> tuple[int, str, str]:
    standing, called, verdict = named
    return standing, called.casefold(), verdict.exercise


def _pains(histories: Sequence[PainHistory], policy: Policy) -> HandoutPains:
    """Return pain over time; of exercises without any known answer only how many there are."""
    known = [one for one in histories if any(day.is_known for day in one.days)]
    rest = [one for one in histories if one not in known[:_MOST]]
    return HandoutPains(
        title="Pain over time",
        lead=_LEAD,
        reading=f"Up to {policy.mild_up_to:g} is mild, above {policy.high_above:g} high; – is not "
        "known. The last days of each exercise, the one that hurt most first; of several sessions "
        "on a day the highest answer counts.",
        columns=_COLUMNS,
        rows=tuple(map(_pain, known[:_MOST])),
        left_out=_left_out(rest),
    )


def _pain(history: PainHistory) -> HandoutPain:
    last = [day for day in history.days if day.is_known][-_DAYS:]
    worst = history.worst
    is_seen = worst is None or any(day.worst == worst for day in last)
    return HandoutPain(
        name=history.name,
        highest="" if is_seen else _highest(history),
        days=tuple(
            HandoutPainDay(day=day_text(day.date), answers=tuple(_answers(day))) for day in last
        ),
    )


def _highest(history: PainHistory) -> str:
    day = next(day for day in history.days if day.worst == history.worst)
    return f"at most {_number(day.worst)}, {day_text(day.date)}"


def _answers(day: PainDay) -> Iterator[str]:
    pain = day.pain
    for answer in (pain.before, pain.during, pain.after, pain.next_morning, pain.second_morning):
        yield _number(answer)


def _number(pain: float | None) -> str:
    return "–" if pain is None else number_text(pain)


def _left_out(rest: Sequence[PainHistory]) -> str:
    """Return how many exercises are not shown, and how high pain was in them."""
    if not rest:
        return ""
    are = "1 more is" if len(rest) == 1 else f"{len(rest)} more are"
    pains = [history.worst for history in rest if history.worst is not None]
    if not pains:
        return f"{are} not shown, of which no pain is known."
    return f"{are} not shown, with pain of {number_text(max(pains))} at most."
