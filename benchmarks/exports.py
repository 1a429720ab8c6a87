"""How fast plans are exported, and how large the files are, for 1 and 12 weeks.

Prints milliseconds and bytes for each format, then, in the same run, the calendar against the bare
icalendar package writing the same events with the same properties. Add a format to `FORMATS`.

    python benchmarks/exports.py [ROUNDS]
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from icalendar import Calendar

from spinecare import Plan, load_person, make_plan, to_ical

PROFILES = Path(__file__).parents[1] / "examples" / "profiles"
PERSON = "desk-worker"  # the largest calendar of the examples: sessions and breaks
START = date(2026, 11, 23)
MOST_RATIO = 1.5  # calendar / bare icalendar


class Format(NamedTuple):
    """A format, and what it aims for."""

    name: str
    function: str
    """The function of `spinecare.export`; left out where it is not there."""
    options: dict[str, Any] = {}  # noqa: RUF012  read only
    """Its options."""
    most_ms: float | None = None
    """The most milliseconds for 12 weeks."""
    most_bytes: int | None = None
    """The most bytes for a week."""


FORMATS = (
    Format("JSON", "to_json"),
    Format("Markdown", "to_markdown"),
    Format("calendar", "to_ical"),
    Format("calendar, alarms", "to_ical", {"alarm_minutes": 10}),
    Format("calendar, files", "to_ical_files"),
    Format("HTML", "to_html", most_bytes=150_000),
    Format("PDF", "to_pdf", most_ms=500),
)


def main(words: list[str]) -> None:
    """Measure."""
    rounds = int(words[0]) if words else 5
    person = load_person(PROFILES / f"{PERSON}.toml")
    plans = {weeks: make_plan(person, start=START, weeks=weeks) for weeks in (1, 12)}
    print(f"{'format':<20}{'1 week':>24}{'12 weeks':>26}   aims")
    for format in FORMATS:
        print_format(format, plans, rounds)
    for weeks, plan in plans.items():
        compare(plan, weeks, rounds)


def print_format(format: Format, plans: dict[int, Plan], rounds: int) -> None:
    """Print a line with time and size for each plan."""
    function = getattr(importlib.import_module("spinecare.export"), format.function, None)
    if function is None:
        print(f"{format.name:<20}not there")
        return
    cells: list[str] = []
    for plan in plans.values():
        try:
            made = function(plan, **format.options)  # imports and caches
        except ImportError as error:
            print(f"{format.name:<20}{str(error).splitlines()[0]}")
            return
        (taken,) = timed([lambda plan=plan: function(plan, **format.options)], rounds)  # type: ignore[misc]
        cells.append(f"{taken:9,.1f} ms {size(made):10,} B")
    aims = [f"12 weeks in {format.most_ms:,.0f} ms"] if format.most_ms else []
    aims += [f"a week in {format.most_bytes:,} B"] if format.most_bytes else []
    print(f"{format.name:<20}{cells[0]:>24}{cells[1]:>26}   {', '.join(aims) or '-'}")


def size(made: str | bytes | dict[str, bytes]) -> int:
    """Return how many bytes were made."""
    if isinstance(made, dict):
        return sum(map(len, made.values()))
    return len(made.encode() if isinstance(made, str) else made)


def timed(actions: list[Callable[[], object]], rounds: int) -> list[float]:
    """Return the least milliseconds of each action; they take turns, so that all are disturbed."""
    best = [float("inf")] * len(actions)
    for _ in range(rounds):
        for number, action in enumerate(actions):
            start = perf_counter()
            action()
            best[number] = min(best[number], perf_counter() - start)
    return [seconds * 1_000 for seconds in best]


def compare(plan: Plan, weeks: int, rounds: int) -> None:
    """Print how long the calendar takes against icalendar with every value ready in hand."""
    values = values_of(Calendar.from_ical(to_ical(plan)))
    ours, bare = timed([lambda: to_ical(plan), lambda: by_icalendar(values)], 3 * rounds)
    if unfolded(to_ical(plan)) != unfolded(by_icalendar(values)):
        print("they do not write the same properties", file=sys.stderr)
        sys.exit(1)
    print(
        f"calendar, {weeks} week{'s' if weeks > 1 else ''}: ours {ours:.1f} ms, bare icalendar "
        f"{bare:.1f} ms, ratio {ours / bare:.2f} (aim {MOST_RATIO})"
    )


def unfolded(data: bytes) -> list[bytes]:
    """Return the content lines of a calendar; each package orders and folds them in its way."""
    return sorted(data.replace(b"\r\n ", b"").split(b"\r\n"))


Values = tuple[type[Any], list[tuple[str, Any, dict[str, str]]], list[Any]]


def values_of(component: Any) -> Values:
    """Return a component as what a program has in hand: names, plain values, parameters."""
    properties = [
        (name, plain(name, value), dict(getattr(value, "params", {})))
        for name, value in component.property_items(recursive=False)
        if name not in ("BEGIN", "END")
    ]
    return type(component), properties, [values_of(part) for part in component.subcomponents]


def plain(name: str, value: Any) -> Any:
    """Return the value as its caller would write it: text, number, moment, list."""
    if name == "CATEGORIES":
        return [str(each) for each in value.cats]
    if name == "EXDATE":
        return [each.dt for each in value.dts]
    return getattr(value, "dt", getattr(value, "td", value))


def by_icalendar(values: Values) -> bytes:
    """Write a calendar by nothing but icalendar."""
    return bytes(_built(values).to_ical())


def _built(values: Values) -> Any:
    kind, properties, parts = values
    component = kind()
    for name, value, parameters in properties:
        component.add(name, value, parameters=parameters or None)
    for part in parts:
        component.add_component(_built(part))
    return component


if __name__ == "__main__":
    main(sys.argv[1:])
