"""The checker's door for plans that follow a journal: JSON texts in, breaches out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.checker.breach import Breach
from tests.checker.checker import check
from tests.checker.facts import Table, built_in_facts
from tests.checker.memoir import Memoir, real_day
from tests.checker.profile import Profile
from tests.checker.rules_journal import CHECKS, Lived
from tests.checker.rules_load import load
from tests.checker.view import Sitting, view_of

REACH_BACK = {"stage", "ramp", "new-things", "heavy-neighbours"}
"""Rules that look at the weeks before: here with the journal, in place of the plan alone."""


def check_adapted(plans: Sequence[str], journal: str, person: Table) -> list[Breach]:
    """Return every breach of the last of some plans, each made from the one before.

    Args:
        plans: Exported plans, the first made without a previous one; of each but the last only the
            sessions before the next one's start took place.
        journal: The exported journal that the last was made with.
        person: The table of the person's profile.
    """
    facts = built_in_facts()
    documents: list[Table] = [json.loads(plan) for plan in plans]
    views = [view_of(document, facts, Profile(person, facts)) for document in documents]
    told = json.loads(journal)
    last = views[-1]
    held: dict[str, Sitting] = {}
    for view, after in pairwise(views):
        entries, zone = told["journal"].get("entries", []), ZoneInfo(view.plan["timezone"])
        for sitting in view.sittings:
            done = _as_done(sitting, entries, zone)
            if min(sitting.day, done.day) < after.start and done.day < last.start:
                held.setdefault(str(sitting.raw["id"]), done)
    past = sorted(held.values(), key=lambda sitting: sitting.begins)
    memoir = Memoir(told, past, on=last.start, relief=facts.relief_positions())
    lived = Lived(last, tuple(past), memoir, views[-2])
    found = [b for b in check(documents[-1], facts, person) if b.rule not in REACH_BACK]
    return [*found, *(breach for look in (*CHECKS, load) for breach in look(lived))]


def _as_done(sitting: Sitting, entries: Sequence[Table], zone: ZoneInfo) -> Sitting:
    """Return a session on the day that the journal says; of another day than planned its end."""
    day = real_day(sitting, entries)
    if day == sitting.day:
        return sitting
    end = datetime.combine(day, time(23, 59), zone).astimezone(UTC)
    return replace(sitting, day=day, begins=end, ends=end)
