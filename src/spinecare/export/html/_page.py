"""The whole page: one file that needs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Final

from spinecare.export.html._back import breaks, findings, habits, log, routines, sources
from spinecare.export.html._cards import cards
from spinecare.export.html._claims import Claims
from spinecare.export.html._felt import felt
from spinecare.export.html._figures import pictures
from spinecare.export.html._front import heading, manner, stop_signs, weeks
from spinecare.export.html._markup import Markup, joined, raw, tag
from spinecare.export.html._sessions import sessions
from spinecare.export.html.player import player
from spinecare.handout import handout
from spinecare.model import Journal, Plan
from spinecare.reviewing import Policy

_SPACES: Final = re.compile(r" ?([{};,]) ?")
_VIEWPORT: Final = "width=device-width, initial-scale=1"


def to_html(plan: Plan, *, journal: Journal | None = None, policy: Policy | str = "strict") -> str:
    """Return a plan as one HTML file, for paper and for the screen, that needs nothing else.

    On paper, A4 or Letter: the stop signs and the weeks at a glance on the first page, every
    different session once, a card for each exercise with its picture and boxes to tick, a log to
    fill in by hand. On a screen, light or dark, phone or desktop: the same, with the guided
    session, and ticks that stay on the device. With a journal it also tells how it felt: what needs
    the person, where each exercise stands and why, and the picture of `plot_pain`. The file fetches
    nothing and sends nothing; a strict content security policy holds it to that. Text of people and
    catalogues stays text.

    Args:
        plan: The plan. Everything but pictures and journal comes from it; an exercise that its
            catalogue does not draw is shown as the built-in one draws it, or as it starts.
        journal: What was noted so far. The page holds health data then: signs, pain and verdicts,
            as `review` gives them on the first day of the plan. Without it there is none of them.
        policy: What pain means, `strict` or `monitored`: that of `make_plan`.

    Returns:
        Text that ends with a line break; equal plans and journals give equal text.

    Raises:
        InvalidValueError: Not a plan, not a journal, or a policy that is none.
    """
    page = handout(plan, journal=journal, policy=policy)
    lived = (
        felt(page.felt, plan, journal) if page.felt is not None and journal is not None else None
    )
    guided = player(plan) if plan.sessions else None
    drawn = pictures(plan.catalogue, (card.id for card in page.cards))
    rows = {row.session: f"t{place}" for place, row in enumerate(page.log.rows)}
    claims = Claims()
    sections = (
        ("signs", "Signs in your journal", lived.signs if lived else None),
        ("stop", "Stop signs", stop_signs(page)),
        ("weeks", "Your week" if len(page.weeks) == 1 else "Your weeks", weeks(page, rows, claims)),
        ("guided-session", "Guided session", raw(guided.html) if guided else None),
        ("before", "How to go about it", manner(page)),
        ("sessions", "Sessions", sessions(page, drawn, plan.catalogue)),
        ("exercises", "Exercises", cards(page, drawn, rows, claims)),
        ("log", page.log.title, log(page, rows)),
        ("breaks", "Breaks from sitting", breaks(page)),
        ("habits", "In passing", habits(page)),
        ("routines", "The routines", routines(page, claims)),
        ("felt", "How it felt", lived.section if lived else None),
        ("findings", "Left out or changed", findings(page)),
        ("sources", "Sources", sources(page)),
    )
    shown = [(id, title, part) for id, title, part in sections if part is not None]
    own = "".join(map(_style, ("page.css", "cards.css", "print.css")))
    style = own + drawn.css + (guided.css if guided else "")
    style += _style("felt.css") + lived.css if lived else ""
    scripts = [_read("page.js"), *([guided.js] if guided else [])]
    body = tag(
        "body",
        tag("a", "Skip to the plan", class_="skip", href="#main"),
        drawn.symbols,
        heading(page, tuple((id, title) for id, title, _ in shown)),
        tag("main", *(part for _, _, part in shown), id="main"),
        *(tag("script", raw(script)) for script in scripts),
        data_plan=plan.id,
    )
    head = _head(page.title, style, scripts)
    return f"<!doctype html>\n{tag('html', head, body, lang='en').html}\n"


def _head(title: str, style: str, scripts: list[str]) -> Markup:
    """Return the head: what the page is, how it looks, and what it may do."""
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src {_hash(style)}; script-src {' '.join(map(_hash, scripts))}"
    )
    return joined(
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content=_VIEWPORT),
            tag("meta", name="color-scheme", content="light dark"),
            tag("title", title),
            tag("style", raw(style)),
        )
    )


def _hash(text: str) -> str:
    digest = b64encode(sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _style(name: str) -> str:
    """Return a style sheet without the spaces that only its readers need."""
    return _SPACES.sub(r"\1", " ".join(_read(name).split()))


def _read(name: str) -> str:
    return files("spinecare.export.html").joinpath(name).read_text(encoding="utf-8")
