"""How it felt: what needs the person, where each exercise stands, the picture of pain over time."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from spinecare.catalogue import load_catalogue
from spinecare.export.html._markup import Content, Markup, joined, raw, tag
from spinecare.export.html._parts import items, scrolled, section
from spinecare.handout import HandoutFelt, HandoutNeed, HandoutPains, HandoutVerdicts
from spinecare.model import Catalogue, Journal, Plan
from spinecare.plots import plot_pain

_PREFIX: Final = "p-"
"""What ids and classes of the picture begin with: there are hundreds of them."""
_STYLE: Final = re.compile(r"<style>(.*?)</style>")
_TAG: Final = re.compile("<[^<>]*>")
_RULE: Final = re.compile(r"\.([\w-]+)\{[^}]*\}")
_NEEDLESS: Final = re.compile(r' (?:data-of|style)="[^"]*"')
"""What the page's own style says, or only programs read that have the picture alone."""


@frozen(kw_only=True)
class Felt:
    """What a page shows of a journal."""

    signs: Markup | None
    """Signs that end all exercise, which come before all else; `None` without any."""
    section: Markup
    """All of it."""
    css: str
    """The colours of its picture."""


def felt(told: HandoutFelt, plan: Plan, journal: Journal) -> Felt:
    """Return what a page shows of a journal.

    Args:
        told: What the handout says of it.
        plan: The plan.
        journal: The journal.
    """
    drawn, css = _picture(plan, journal) if told.pains.rows else (None, "")
    return Felt(
        signs=_signs(told) if told.signs else None,
        section=section(
            "felt",
            told.title,
            tag("p", told.lead),
            tag("p", told.later) if told.later else None,
            _needs(told),
            _verdicts(told.verdicts),
            _pains(told.pains, drawn) if drawn else None,
        ),
        css=css,
    )


def _signs(told: HandoutFelt) -> Markup:
    return section(
        "signs", told.signs_title, items(map(_need, told.signs)), tag("p", told.clinician)
    )


def _needs(told: HandoutFelt) -> Markup | None:
    needs: list[Content] = [*map(_need, told.signs), told.clinician]
    needs += [*map(_need, told.concerns), told.unanswered]
    lines = [need for need in needs if need != ""]
    return joined(tag("h3", told.needs_title), items(lines)) if lines else None


def _need(need: HandoutNeed) -> Markup:
    return joined(tag("b", need.what), f" ({need.when}): {need.what_to_do}")


def _verdicts(verdicts: HandoutVerdicts) -> Markup | None:
    if not verdicts.rows:
        return None
    head = (tag("th", name, scope="col") for name in verdicts.columns)
    body = (
        tag(
            "tr",
            tag("th", row.name, scope="row"),
            tag("td", row.standing),
            tag("td", row.next_time),
            tag("td", "; ".join(row.why)),
        )
        for row in verdicts.rows
    )
    table = tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body), class_="verdicts")
    return joined(tag("h3", verdicts.title), table)


def _pains(pains: HandoutPains, drawn: Markup) -> Markup:
    shown = scrolled(f"Picture: {pains.title}", drawn)
    return tag("div", tag("h3", pains.title), tag("p", pains.lead), shown, class_="pains")


def _picture(plan: Plan, journal: Journal) -> tuple[Markup, str]:
    """Return the picture of pain over time and its colours, which the page's policy lets in.

    On paper it is light, whatever the screen is.
    """
    known = _with_names(plan.catalogue)
    svg = plot_pain(journal, plan=plan, catalogue=known, id_prefix=_PREFIX).svg
    (css,) = _STYLE.findall(svg)
    svg = _TAG.sub(lambda tag: _NEEDLESS.sub("", tag[0]), _STYLE.sub("", svg))
    css = _RULE.sub(lambda rule: rule[0] if f'"{rule[1]}"' in svg else "", css)
    return raw(svg), css.replace("@media (", "@media screen and (")


def _with_names(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue with the built-in entries that it lacks: a journal may tell of them."""
    known = catalogue.entry_by_id
    more = (entry for entry in load_catalogue().entries if entry.id not in known)
    return evolve(catalogue, entries=(*catalogue.entries, *more))
