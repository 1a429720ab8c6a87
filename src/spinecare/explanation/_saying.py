"""Saying numbers: each one is kept beside the words it is said with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import define, field, frozen

from spinecare.explanation._values import Measure, Reason
from spinecare.model import Cancelled, Day, Plan, RuleId, Session
from spinecare.wording import day_text, days_text, duration_text, listed, number_text

SINCE = "{since}"
"""Stands in a sentence for the session before: its date where there is one, else those words."""
_MOST_DATES = 6
_FEW_DATES = 3
_MOST_NAMES = 4
_PAIR = 2


@define
class Said:
    """The numbers of one sentence, in the order they are said."""

    measures: list[Measure] = field(factory=list[Measure])

    def plain(self, name: str, value: float) -> str:
        """Say a number without a unit: `8`."""
        self.measures.append(Measure(name=name, value=value))
        return number_text(value)

    def count(self, name: str, value: int, one: str, many: str = "") -> str:
        """Say how many: `1 session`, `4 sessions`."""
        return f"{self.plain(name, value)} {one if value == 1 else many or one + 's'}"

    def days(self, name: str, value: float) -> str:
        """Say days: `7 days`."""
        return f"{self.plain(name, value)} {'day' if value == 1 else 'days'}"

    def hours(self, name: str, value: float) -> str:
        """Say hours, to the tenth: `7.5 hours`."""
        shown = round(value, 1)
        return f"{self.plain(name, shown)} {'hour' if shown == 1 else 'hours'}"

    def minutes(self, name: str, value: float) -> str:
        """Say minutes: `20 minutes`."""
        return f"{self.plain(name, value)} {'minute' if value == 1 else 'minutes'}"

    def seconds(self, name: str, value: float) -> str:
        """Say seconds as people do: `45 s`, `1 min 20 s`."""
        self.measures.append(Measure(name=name, value=value))
        return duration_text(value)

    def spare(self, name: str, value: float) -> str:
        """Say seconds that are left over: `12 s`, `nothing`."""
        text = self.seconds(name, value)
        return text if value >= 1 else "nothing"

    def span(self, name: str, low: float, high: float, unit: str = "") -> str:
        """Say a span, `low` and `high` put before the unit of its name: `5-8` with an en dash."""
        stem, mark, end = name.rpartition("_")
        names = (f"{stem}{mark}low_{end}", f"{stem}{mark}high_{end}")
        after = f" {unit}" if unit else ""
        if low == high:
            return f"{self.plain(names[0], low)}{after}"
        return f"{self.plain(names[0], low)}–{self.plain(names[1], high)}{after}"


@frozen(kw_only=True)
class Telling:
    """A sentence in the making: what is true in one place, before equal ones are put together."""

    rule: str
    text: str
    """The sentence, without where it holds; may hold `SINCE`."""
    said: Said = field(factory=Said)
    about: tuple[str, ...] = field(default=())
    at: Session | Day | None = field(default=None)
    since: date | None = field(default=None)
    shows_where: bool = field(default=True)
    """Whether the sentence may begin with where it holds."""
    sources: tuple[str, ...] = field(default=())

    @property
    def key(self) -> tuple[object, ...]:
        """What equal sentences share."""
        return self.rule, self.about, self.text, tuple(self.said.measures)


def reasons(
    plan: Plan, tellings: Iterable[Telling], whole: frozenset[str] | None
) -> tuple[Reason, ...]:
    """Return sentences as reasons, equal ones put together, in the order of first appearance.

    Args:
        plan: The plan they are about.
        tellings: The sentences.
        whole: The ids of all sessions of the subject; `None` where no sentence is to say where it
            holds, because the subject is a place itself.
    """
    groups: dict[tuple[object, ...], list[Telling]] = {}
    for telling in tellings:
        groups.setdefault(telling.key, []).append(telling)
    return tuple(_reason(plan, group, whole) for group in groups.values())


def _reason(plan: Plan, group: list[Telling], whole: frozenset[str] | None) -> Reason:
    first = group[0]
    places = [telling.at for telling in group if telling.at is not None]
    said = Said()
    text = first.text.replace(SINCE, _since(group))
    if whole is not None and places and first.shows_where:
        is_whole = len(whole) > 1 and frozenset(map(_id, places)) == whole
        text = f"{'Each time' if is_whole else where(plan, places, said)}: {text}"
    return Reason(
        rule=RuleId(first.rule),
        about=first.about,
        places=tuple(dict.fromkeys(_id(place) for place in places)),
        text=text[:1].upper() + text[1:],
        numbers=(*said.measures, *first.said.measures),
        sources=tuple(dict.fromkeys(key for telling in group for key in telling.sources)),
    )


def _since(group: list[Telling]) -> str:
    days = {telling.since for telling in group}
    (day,) = days if len(days) == 1 else (None,)
    return "the time before" if day is None else day_text(day)


def _id(place: Session | Day) -> str:
    return place.id if isinstance(place, Session) else place.date.isoformat()


def where(plan: Plan, places: Iterable[Session | Day], said: Said) -> str:
    """Return sessions or days in words: `Mon to Fri at 20:00`, `11 sessions from … to …`."""
    chosen = list(dict.fromkeys(places))
    sessions = [place for place in chosen if isinstance(place, Session)]
    dates = sorted({place.date for place in chosen})
    among = [day.date for day in plan.days]
    is_busy = any(len(day.sessions) > 1 for day in plan.days)
    if not sessions or not is_busy:
        words = _days(dates, among)
        parts = [words] if words.count(",") < _MOST_DATES else []
    else:
        times = {session.start: None for session in sorted(sessions, key=lambda s: s.start)}
        texts = [(_days([s.date for s in sessions if s.start == at], among), at) for at in times]
        is_short = sum(text.count(",") + 1 for text, _ in texts) <= _MOST_DATES
        parts = [f"{text} at {at:%H:%M}" for text, at in texts] if is_short else []
    if parts:
        return "; ".join(parts)
    what = said.count("places_n", len(chosen), "session" if sessions else "day")
    return f"{what} from {day_text(dates[0])} to {day_text(dates[-1])}"


def _days(dates: list[date], among: list[date]) -> str:
    """Return dates in words: a few one by one, more as weekdays from or until one of them."""
    if len(dates) <= _FEW_DATES:
        return listed(day_text(day) for day in dates)
    after = [day for day in among if day >= dates[0]]
    before = [day for day in among if day <= dates[-1]]
    for those, end in (
        (among, ""),
        (after, f" from {day_text(dates[0])} on"),
        (before, f" until {day_text(dates[-1])}"),
        (
            [day for day in after if day in before],
            f" from {day_text(dates[0])} to {day_text(dates[-1])}",
        ),
    ):
        weekdays = {day.weekday() for day in dates}
        if dates == [day for day in those if day.weekday() in weekdays]:
            return f"{days_text(dates, those)}{end}"
    return days_text(dates, among)


def session_text(session: Session | Cancelled) -> str:
    """Return when a session begins: `Mon 23 Nov 20:00`."""
    return f"{day_text(session.date)} {session.start:%H:%M}"


def some(names: Iterable[str], said: Said, name: str = "others") -> str:
    """Return a few names as a list: `A, B and 3 more`; where names have commas, `;` parts them."""
    known = list(dict.fromkeys(names))
    more = len(known) - _MOST_NAMES if len(known) > _MOST_NAMES + 1 else 0
    shown = known[:_MOST_NAMES] if more else known
    shown = [*shown, f"{said.plain(name, more)} more"] if more else shown
    if len(shown) <= _PAIR or not any("," in word for word in shown):
        return listed(shown)
    *most, last = shown
    return f"{'; '.join(most)}; and {last}"
