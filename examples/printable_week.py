"""Print a plan: a page for paper and screen, a calendar, a sheet in Markdown, and a file to keep.

    python examples/printable_week.py [PROFILE] [--start DATE] [--weeks N] [--out FOLDER]
                                      [--previous PLAN] [--pdf]

PROFILE is a TOML file as in examples/profiles; without one the desk worker's week is planned. The
plan begins on DATE, or on the next Monday, lasts N weeks, or one, and goes into FOLDER, or `plan`.
PLAN is the plan.json that this one replaces, so that a calendar is updated and not doubled.
With --pdf there is a plan.pdf too; it needs the extra `[pdf]`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from spinecare import (
    ClinicianFirst,
    Plan,
    Severity,
    SpinecareError,
    from_json,
    load_person,
    make_plan,
    to_html,
    to_ical,
    to_json,
    to_markdown,
    to_pdf,
)
from spinecare.files import make_folder, read_bytes, write_atomically

PROFILES = Path(__file__).parent / "profiles"
MOST_REASONS = 6
"""Reasons said on the screen; all of them stand in the sheet."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Plan, write the files, and say in a few lines what was planned.

    Returns:
        0 when all is well, 1 when something is wrong with what was given, 2 when the person should
        see a clinician first.
    """
    options = read_options(arguments)
    try:
        person = load_person(options.profile)
        previous = from_json(read_bytes(options.previous)) if options.previous else None
        plan = make_plan(person, start=options.start, weeks=options.weeks, previous=previous)
        # every text is made before the first file is written
        files: dict[str, bytes | str] = {
            "plan.html": to_html(plan),
            "plan.md": to_markdown(plan),
            "plan.json": to_json(plan),
            "plan.ics": to_ical(plan, previous=previous),
        }
        if options.pdf:
            files["plan.pdf"] = to_pdf(plan)
        make_folder(options.out)
        for name, content in files.items():
            write_atomically(options.out / name, content)
    except ClinicianFirst as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except SpinecareError as error:
        print(error, file=sys.stderr)
        return 1
    print(summary(plan, options.out, has_pdf=options.pdf))
    return 0


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options, all of which have a default."""
    parser = argparse.ArgumentParser(description="Print a plan for a sore back.")
    parser.add_argument("profile", nargs="?", type=Path, default=PROFILES / "desk-worker.toml")
    parser.add_argument("--start", type=as_date, default=next_monday(), metavar="DATE")
    parser.add_argument("--weeks", type=int, default=1, metavar="N")
    parser.add_argument("--out", type=Path, default=Path("plan"), metavar="FOLDER")
    parser.add_argument("--previous", type=Path, metavar="PLAN")
    parser.add_argument("--pdf", action="store_true")
    return parser.parse_args(arguments)


def as_date(text: str) -> date:
    """Read a date such as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date; write it as 2026-11-23"
        raise argparse.ArgumentTypeError(message) from None


def next_monday() -> date:
    """Return the Monday to come, or today if it is one: the only look at the clock."""
    today = date.today()
    return today + timedelta(days=-today.weekday() % 7)


def summary(plan: Plan, folder: Path, *, has_pdf: bool = False) -> str:
    """Return in a few lines what was planned, what was left out, and why."""
    sessions = plan.sessions
    minutes = sum(session.duration_s for session in sessions) / 60
    lines = [
        (
            f"{plan.name or 'Your plan'}, from {plan.start:%a %d %b %Y}: {len(sessions)} sessions "
            f"in {len(plan.weeks)} week{'s' if len(plan.weeks) > 1 else ''}, {minutes:.0f} minutes "
            "in all."
        )
    ]
    for id in dict.fromkeys(id for session in sessions for id in session.routines):
        times = sum(id in session.routines for session in sessions)
        lines.append(f"- {plan.catalogue.routine(id).name}: {times} x")
    breaks = sum(len(day.desk_breaks) for day in plan.days)
    if breaks:
        lines.append(f"- breaks from the desk: {breaks} x")
    weighty = (Severity.LEFT_OUT, Severity.NOT_FITTED)
    reasons = [finding.reason for finding in plan.findings if finding.severity in weighty]
    if reasons:
        lines.append("Left out, or found no place:")
        lines += [f"- {reason}" for reason in reasons[:MOST_REASONS]]
        if len(reasons) > MOST_REASONS:
            lines.append(f"- and {len(reasons) - MOST_REASONS} more: see the end of the sheet.")
    lines.append(f"Written to {folder}: plan.html to print or to follow on a screen,")
    lines.append(
        "plan.ics for a calendar, plan.md to read anywhere, plan.json to keep"
        f"{', plan.pdf to print as it is' if has_pdf else ''}."
    )
    lines.append(plan.catalogue.notice)
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
