"""What kept an exercise out of a session, worked out again from the plan's JSON."""

from __future__ import annotations

from tests.explanation.book import MOST_NEW, Book, Json, length_s, spare_s


def stage_days(book: Book, stage: Json, day: str) -> list[str]:
    """Return the days before a day on which all exercises before a stage were done."""
    return [
        one["date"]
        for one in book.days
        if one["date"] < day
        and set(stage["after"]) <= {t["exercise"] for s in one["sessions"] for t in s["steps"]}
    ]


def stage_is_open(book: Book, stage: Json, day: str) -> bool:
    """Whether a stage is open on a day."""
    done = stage_days(book, stage, day)
    enough = len(done) >= stage.get("completed_days", 0)
    return bool(done) and enough and book.days_between(done[0], day) >= stage["days"]


def needs_s(book: Book, exercise: str, session: Json) -> float | None:
    """Return the seconds an exercise takes with the change to it, as done nearest to a session."""
    steps = list(book.steps(exercise, "main"))
    before = [t for s, t in steps if book.moment(s) < book.moment(session)]
    after = [t for s, t in steps if book.moment(s) > book.moment(session)]
    nearest = before[-1] if before else after[0] if after else None
    return None if nearest is None else length_s(nearest) + 10


def cause(book: Book, routine: str, exercise: str, session: Json) -> str:
    """Return the first rule that the plan shows to have kept an exercise out; empty if none."""
    for stage in book.routines[routine].get("stages", []):
        if exercise in stage["opens"] and not stage_is_open(book, stage, session["date"]):
            return "stage"
    done = list(book.steps(exercise))
    if exercise in book.entries:
        if any(since < asked for _, _, since, asked, _ in book.rests(exercise, session)):
            return "spacing"
        daily = book.entries[exercise].get("recovery") == "daily"
        if daily and any(other["date"] == session["date"] for other, _ in done):
            return "spacing"
    needed = {e["before"] for e in book.edges if e.get("needs") and e["after"] == exercise}
    if needed - set(book.main(session)):
        return "order"
    if _is_one_too_many(book, exercise, session, done):
        return "new-things"
    seconds = needs_s(book, exercise, session)
    if seconds is not None and seconds > spare_s(book, session):
        return "time"
    return ""


def _is_one_too_many(
    book: Book, exercise: str, session: Json, done: list[tuple[Json, Json]]
) -> bool:
    if sum(book.counts(id) for id in book.new(session)) < MOST_NEW or not done:
        return False
    first, step = done[0]
    is_later = book.moment(first) > book.moment(session)
    return bool(is_later and step["is_new"] and book.counts(exercise))
