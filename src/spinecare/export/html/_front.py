"""What comes first: the title, the stop signs, the weeks at a glance, how to go about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spinecare.export.html._claims import Claims
from spinecare.export.html._markup import Markup, joined, tag
from spinecare.export.html._parts import items, section, tick
from spinecare.handout import Handout, HandoutAdvice, HandoutDay, HandoutSitting, HandoutWeek

_TRY = "To try, beside the exercises"


def heading(page: Handout, links: tuple[tuple[str, str], ...]) -> Markup:
    """Return the title with the way to everything else.

    Args:
        page: The handout.
        links: Ids of sections and their titles.
    """
    about = f"{page.period} Times are those of {page.timezone}."
    return tag(
        "header",
        tag("h1", page.title),
        tag("p", f"{about} {page.revision}" if page.revision else about, class_="period"),
        tag(
            "nav",
            items((tag("a", title, href=f"#{id}") for id, title in links)),
            aria_label="On this page",
        ),
    )


def stop_signs(page: Handout) -> Markup | None:
    """Return the notice and the stop signs; nothing if the plan has neither."""
    if not page.stop_signs:
        return tag("p", page.notice, class_="notice") if page.notice else None
    return section(
        "stop",
        "Stop signs",
        tag("p", page.stop_lead),
        items(page.stop_signs),
        tag("p", page.notice, class_="notice") if page.notice else None,
    )


def weeks(page: Handout, rows: Mapping[str, str], claims: Claims) -> Markup:
    """Return the weeks at a glance, with what to try in each.

    Args:
        page: The handout.
        rows: Ids of the rows of the log, by session: they name the boxes to tick.
        claims: The claims told so far.
    """
    title = "Your week" if len(page.weeks) == 1 else "Your weeks"
    return section(
        "weeks",
        title,
        *(part for week in page.weeks for part in _week(week, rows, claims)),
    )


def _week(week: HandoutWeek, rows: Mapping[str, str], claims: Claims) -> Iterator[Markup]:
    title = f"{week.title} ({week.period})"
    if week.note:
        shown = tag("p", week.note)
    else:
        head = (tag("th", name, scope="col") for name in ("Day", "Start", "Session", "Done"))
        shown = tag(
            "table",
            tag("thead", tag("tr", *head)),
            *(_day(day, rows) for day in week.days),
            class_="glance",
        )
    breaks = tag("p", tag("b", "Breaks from sitting:"), f" {'; '.join(week.breaks)}.")
    yield tag("div", tag("h3", title), shown, breaks if week.breaks else None, class_="week")
    if week.advice:
        advice = (_advice(item, claims) for item in week.advice)
        yield tag("div", tag("h4", _TRY), items(advice), class_="advice")


def _day(day: HandoutDay, rows: Mapping[str, str]) -> Markup:
    """Return a day as rows of their own group."""
    lines = max(1, len(day.sittings))
    name = tag("th", day.text, scope="rowgroup", rowspan=lines if lines > 1 else None)
    if not day.sittings:
        free = tag("td", "free", colspan=3, class_="free")
        return tag("tbody", tag("tr", name, free))
    cells = [_sitting(item, rows) for item in day.sittings]
    return tag("tbody", tag("tr", name, cells[0]), *(tag("tr", cell) for cell in cells[1:]))


def _sitting(item: HandoutSitting, rows: Mapping[str, str]) -> Markup:
    details = ", ".join(filter(None, (item.minutes, item.place, item.turned)))
    link = tag(
        "a",
        tag("span", item.letter, class_="letter"),
        f" {item.title or 'Session'}",
        href=f"#session-{item.letter}",
    )
    box = tick(rows[item.session])
    return joined(
        tag("td", item.start, class_="start"),
        tag("td", link, tag("small", details)),
        tag("td", box, class_="done"),
    )


def _advice(item: HandoutAdvice, claims: Claims) -> Markup:
    if not item.instruction:
        return joined(tag("b", item.name), " (told above)" if item.was_told else None)
    return joined(
        tag("b", item.name),
        f": {item.instruction}",
        *(joined(" ", tag("b", "Mind:"), f" {text}") for text in item.minds),
        *(claims.told(claim) for claim in item.claims),
    )


def manner(page: Handout) -> Markup:
    """Return what to do before, during and after each session, and how to read a step."""
    notes = joined(tag("h3", "In each of your sessions"), items(page.notes)) if page.notes else None
    reading = [tag("p", text) for text in (page.reading, page.sides) if text]
    for mark in page.marks:
        before = f"{mark.before} " if mark.before else None
        reading.append(tag("p", before, tag("b", mark.mark), f" {mark.after}"))
    return section(
        "before",
        "How to go about it",
        tag("div", tag("h3", "Before each session"), items(page.before, "ol"), notes),
        tag("div", tag("h3", "While you exercise"), items(page.during)),
        tag("div", tag("h3", "Afterwards"), items(page.after)),
        tag("div", tag("h3", "How to read a step"), *reading) if reading else None,
    )
