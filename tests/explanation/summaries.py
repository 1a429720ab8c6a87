"""The numbers of summaries, counted again from the plan's JSON."""

from __future__ import annotations

from spinecare.explanation import Explanation
from tests.explanation.book import Book


def summary_numbers(book: Book, why: Explanation) -> dict[str, float]:
    """Return every number that the summary of a subject may state."""
    id = why.subject
    breaks = [item for day in book.days for item in day["desk_breaks"]]
    if why.kind == "routine":
        there = book.of(id)
        return {"in_n": len(there), "breaks_n": len(breaks), "places_n": len(there)}
    if why.kind == "exercise":
        purposes = ("main", "opening", "rest", "closing", "way-up")
        found: dict[str, float] = {
            f"{purpose.replace('-', '_')}_n": len({s["id"] for s, _ in book.steps(id, purpose)})
            for purpose in purposes
        }
        found |= {"in_n": found["main_n"], "of_n": len(book.sessions)}
        found["breaks_n"] = sum(id in (item["exercise"], *item["others"]) for item in breaks)
        return found
    if why.kind == "day":
        (day,) = (day for day in book.days if day["date"] == id)
        return {"sessions_n": len(day["sessions"])}
    return {}
