"""What comes last: the log, breaks, habits, routines, findings, sources."""

from __future__ import annotations

from collections.abc import Mapping

from spinecare.export.html._claims import Claims
from spinecare.export.html._markup import Content, Markup, joined, tag
from spinecare.export.html._parts import folded, items, scrolled, section
from spinecare.handout import Handout, HandoutFinding, HandoutName, HandoutSource
from spinecare.wording import is_web_address

_FEW = 3
"""So many names can stand before what is said of them."""


def log(page: Handout, rows: Mapping[str, str]) -> Markup | None:
    """Return a log to fill in by hand; nothing for a plan without sessions.

    Args:
        page: The handout.
        rows: Ids of the rows, by session.
    """
    if not page.log.rows:
        return None
    head = (tag("th", name, scope="col") for name in ("Session", *page.log.columns))
    body = (
        tag(
            "tr",
            tag(
                "th",
                f"{row.day} {row.start} ",
                tag("span", row.letter, class_="letter"),
                scope="row",
                id=rows[row.session],
                data_session=row.session,
            ),
            *(tag("td") for _ in page.log.columns),
        )
        for row in page.log.rows
    )
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body), class_="log")
    return section(
        "log",
        page.log.title,
        tag("p", page.log.lead),
        folded("The log, to print and fill in by hand", scrolled("The log", table)),
    )


def breaks(page: Handout) -> Markup | None:
    """Return the breaks from sitting."""
    if not page.breaks:
        return None
    head = (tag("th", name, scope="col") for name in ("Days", "Times", "Length", "What"))
    body = (
        tag(
            "tr",
            tag("th", item.days, scope="row"),
            tag("td", item.times),
            tag("td", item.length),
            tag("td", " or ".join(item.what)),
        )
        for item in page.breaks
    )
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body), class_="breaks")
    return section("breaks", "Breaks from sitting", scrolled("The breaks", table))


def habits(page: Handout) -> Markup | None:
    """Return what is done in passing."""
    if not page.habits:
        return None
    told = (
        joined(tag("b", habit.name), f": {habit.how_often} What to do: {'; '.join(habit.what)}.")
        for habit in page.habits
    )
    return section("habits", "In passing", items(told))


def routines(page: Handout, claims: Claims) -> Markup | None:
    """Return the routines, each with how often and the article's claims."""
    if not page.routines:
        return None
    told = (
        joined(
            tag("b", routine.name),
            f": {routine.summary} How often: {routine.how_often}",
            *map(claims.told, routine.claims),
        )
        for routine in page.routines
    )
    return section("routines", "The routines", items(told))


def findings(page: Handout) -> Markup:
    """Return what was left out or changed, and why."""
    parts: list[Markup] = []
    if page.changes:
        parts += [tag("h3", "Changed since the plan before"), items(page.changes)]
    for group in page.findings:
        parts += [tag("h3", group.title), items(map(_finding, group.findings))]
    if page.dropped:
        dropped = (f"The session of {text}." for text in page.dropped)
        parts += [tag("h3", "Dropped since the last revision"), items(dropped)]
    shown = folded("What, why, and what would change it", *parts) if parts else tag("p", "Nothing.")
    return section("findings", "Left out or changed, and why", shown)


def _finding(finding: HandoutFinding) -> Markup:
    cure = f"What would change it: {finding.concession}" if finding.concession else None
    return joined(*_statement(finding), tag("p", cure, class_="note") if cure else None)


def _statement(finding: HandoutFinding) -> tuple[Content, ...]:
    """Return of what, where and why, in pieces."""
    about, reason = finding.about, finding.reason
    where = f" ({finding.place})" if finding.place else ""
    if len(about) > _FEW and finding.follows_name:
        names = tag("p", f"{_names(about)}{where}.", class_="note")
        return f"Each of these {len(about)} {reason}", names
    if len(about) > 1:
        return f"{_names(about)}{where}: {'each ' if finding.follows_name else ''}{reason}", None
    if about:
        place = where or (f" ({about[0].place})" if about[0].place else "")
        colon = "" if finding.follows_name else ":"
        return tag("b", about[0].name), f"{place}{colon} {reason}"
    return f"{finding.place}: {reason}" if finding.place else reason, None


def _names(about: tuple[HandoutName, ...]) -> str:
    return "; ".join(f"{item.name} ({item.place})" if item.place else item.name for item in about)


def sources(page: Handout) -> Markup | None:
    """Return the sources."""
    if not page.sources:
        return None
    return section(
        "sources", "Sources", folded("Where the facts come from", items(map(_source, page.sources)))
    )


def _source(source: HandoutSource) -> Markup:
    address: Content = source.url
    if is_web_address(source.url):
        address = tag("a", source.url, href=source.url, rel="noreferrer")
    return joined(
        tag("b", source.id),
        f": {source.title}",
        joined(" ", address) if source.url else None,
        None if source.was_read else " (not read)",
    )
