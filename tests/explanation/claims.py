"""Every number that a reason may state, worked out again from the plan's JSON."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from tests.explanation.book import (
    BEST_D,
    LEAST_DAYS,
    MOST_NEW,
    Book,
    Json,
    closing_s,
    effort_before,
    length_s,
    own_s,
    relax_s,
    spare_s,
    used_s,
)
from tests.explanation.case import Case, Numbers
from tests.explanation.causes import cause, needs_s, stage_days
from tests.explanation.dose_claims import dose_claims

_NAMES_SHOWN = 4


def expected(case: Case) -> Numbers:
    """Return the numbers that a reason should state about one of its places."""
    found: Numbers = {"places_n": len(case.reason.places)}
    for claim in _CLAIMS.get(case.reason.rule, ()):
        found.update(claim(case))
    return found


def _rhythm(book: Book, id: str) -> Numbers:
    cadence = book.routines[id]["cadence"]
    low, high = cadence.get("times", [1, 1])
    found = {"times_low_n": low, "times_high_n": high, "least_d": LEAST_DAYS}
    found["gap_h"] = cadence.get("gap_h", 0)
    found["every_min"] = cadence.get("every_min", 0)
    if "window_days" in cadence:
        found["window_low_d"], found["window_high_d"] = cadence["window_days"]
    return found


def _dates(case: Case) -> Numbers:
    """The time since the routine's session before, and its rhythm."""
    id = case.reason.about[0] if case.reason.about else ""
    if id not in case.book.routines:
        return {}
    found = _rhythm(case.book, id)
    if case.place in {session["id"] for session in case.book.sessions}:
        session = case.book.session(case.place)
        before = case.book.before(session, case.book.of(id))
        if before is not None:
            days = case.book.days_between(before["date"], session["date"])
            found |= {"since_d": days, "since_h": round(case.book.hours(before, session), 1)}
            found["late_d"] = days - found.get("window_high_d", days)
            found["best_d"] = BEST_D
    elif case.place:  # a day without the routine
        earlier = [session["date"] for session in case.book.of(id) if session["date"] < case.place]
        if earlier:
            found["since_d"] = case.book.days_between(earlier[-1], case.place)
        week = next(
            w for w in case.book.plan["weeks"] if case.place in [d["date"] for d in w["days"]]
        )
        here = [s for day in week["days"] for s in day["sessions"] if id in s["routines"]]
        found |= {"week_n": len(here), "most_n": found["times_high_n"]}
    else:  # what is still due when the plan ends
        there = case.book.of(id)
        last, end = there[-1]["date"] if there else "", case.book.days[-1]["date"]
        found["since_d"] = case.book.days_between(last, end) if last else 0
    return found


def _comes(case: Case) -> Numbers:
    """How often a routine comes, and how often it is to come."""
    id = case.reason.about[0] if case.reason.about else ""
    if id not in case.book.routines or case.place:
        return {}
    cadence, weeks = case.book.routines[id]["cadence"], len(case.book.plan["weeks"])
    low, high = cadence.get("times", [1, 1])
    a_week = LEAST_DAYS if cadence.get("sources") else 7 * (high or low)
    wanted = weeks * (low if cadence["kind"] == "times-a-week" else a_week)
    there = case.book.of(id)
    days = len({session["date"] for session in there})
    return {"wanted_n": wanted, "weeks_n": weeks, "sessions_n": len(there), "days_n": days}


def _breaks(case: Case) -> Numbers:
    breaks = [b for day in case.book.days if day["date"] == case.place for b in day["desk_breaks"]]
    minutes = [item["minutes"] for item in breaks]
    if not minutes:
        return {}
    found = {"breaks_n": len(breaks), "break_low_min": min(minutes)}
    return {**found, "break_high_min": max(minutes)}


def _wish(case: Case) -> Numbers:
    ids = case.book.plan["routines"]
    found: Numbers = {"wishes_n": len(ids), "others": len(ids) - _NAMES_SHOWN}
    if case.reason.about and case.reason.about[0] in ids:
        found["wish_n"] = ids.index(case.reason.about[0]) + 1
    return found


def _gaps(case: Case) -> Numbers:
    there = list(
        dict.fromkeys(s["date"] + s["id"] for s, _ in case.book.steps(case.why.subject, "main"))
    )
    days = [text[:10] for text in there]
    gaps = [case.book.days_between(a, b) for a, b in pairwise(days)]
    return {"gap_low_d": min(gaps), "gap_high_d": max(gaps)}


def _rest(case: Case) -> Numbers:
    """The load of the same muscles that leaves the least to spare, for every exercise named."""
    exercises = [id for id in case.reason.about if id in case.book.entries]
    sessions = [case.book.session(case.place)]
    if case.why.kind == "exercise":
        sessions = [session for session, _ in case.book.steps(case.why.subject, "main")]
    rests = [
        min(case.book.rests(id, session), key=lambda rest: rest[2] - rest[4], default=None)
        for id in exercises
        for session in sessions
    ]
    known = [rest for rest in rests if rest is not None]
    if not known:
        return {}
    if case.why.kind != "exercise":
        # one sentence for all: they wait for the same session and the same hours
        assert len({(rest[0]["id"], rest[3], rest[4]) for rest in known}) == 1
        assert len(known) == len(exercises)
    _, _, since, asked, beginner = min(known, key=lambda rest: rest[2] - rest[4])
    found: Numbers = {"since_h": round(since, 1), "asked_h": asked, "beginner_h": beginner}
    return {**found, "others": len(exercises) - _NAMES_SHOWN}


def _time(case: Case) -> Numbers:
    session = case.book.session(case.place)
    found: Numbers = {"used_s": used_s(session), "slot_min": session["minutes"]}
    exercises = [id for id in case.reason.about if id in case.book.entries]
    if exercises:
        assert {cause(case.book, case.reason.about[0], id, session) for id in exercises} == {"time"}
        seconds = [needs_s(case.book, id, session) or 0 for id in exercises]
        found |= {"least_s": min(seconds), "left_s": spare_s(case.book, session)}
        found["others"] = len(exercises) - _NAMES_SHOWN
    return found


def _portion(case: Case) -> Numbers:
    """How much of each routine a session holds, and what fills the slot instead of one."""
    if case.place not in {session["id"] for session in case.book.sessions}:
        return {}
    session = case.book.session(case.place)
    found: Numbers = {"slot_min": session["minutes"], "left_s": spare_s(case.book, session)}
    for number, id in enumerate(session["routines"]):
        if not case.book.missing(id, session):
            found[f"whole{number}_n"] = len(case.book.main(session, id))
    if not case.reason.about or case.reason.about[0] not in case.book.routines:
        return found
    id = case.reason.about[0]
    done = len(case.book.main(session, id))
    found |= {"done_n": done, "total_n": done + len(case.book.missing(id, session))}
    found["least_s"] = min((own_s(other, id) for other in case.book.of(id)), default=0)
    roomy = [
        x
        for x in case.book.missing(id, session)
        if cause(case.book, id, x, session) in ("", "time")
    ]
    found["missing_s"] = sum(needs_s(case.book, x, session) or 0 for x in roomy)
    found["others_s"] = sum(own_s(session, other) for other in session["routines"] if other != id)
    exercises = [x for x in case.reason.about[1:] if x in case.book.entries]
    if exercises:
        assert {cause(case.book, id, x, session) for x in exercises} == {""}
        found["others"] = len(exercises) - _NAMES_SHOWN
    return found


def _turns(case: Case) -> Numbers:
    """In how many sessions of its routines an exercise is, and what kept it out of the others."""
    if case.why.kind != "exercise":
        return {}
    candidates = [id for id, r in case.book.routines.items() if case.why.subject in r["entries"]]
    routine = next(
        (id for id in candidates if case.book.routines[id]["name"] in case.reason.text), ""
    )
    if not routine:
        return {}
    there = case.book.of(routine)
    gone = [s for s in there if case.why.subject not in case.book.main(s, routine)]
    causes = [cause(case.book, routine, case.why.subject, session) or "turn" for session in gone]
    found: Numbers = {f"{rule}_n": causes.count(rule) for rule in set(causes)}
    return {**found, "routine_n": len(there), "there_n": len(there) - len(gone)}


def _new(case: Case) -> Numbers:
    session = case.book.session(case.place)
    new = case.book.new(session)
    counted = sum(case.book.counts(id) for id in new)
    found: Numbers = {"counted_n": counted, "most_n": MOST_NEW, "new_n": len(new)}
    exercises = [id for id in case.reason.about[1:] if id in case.book.entries]
    if case.reason.about:  # what had no case.place, because so many joined already
        wished = exercises or case.book.wished(case.reason.about[0])
        assert {cause(case.book, case.reason.about[0], id, session) for id in wished} == {
            "new-things"
        }
        found |= {"new_n": counted, "others": len(exercises) - _NAMES_SHOWN}
    return found


def _stage(case: Case) -> Numbers:
    (stage,) = case.book.routines[case.reason.about[0]]["stages"]
    opens = [id for id in stage["opens"] if id not in case.book.left_out]
    joined = min((s["date"] for id in opens for s, _ in case.book.steps(id, "main")), default="")
    end = date.fromisoformat(case.book.days[-1]["date"]) + timedelta(days=1)
    done = stage_days(case.book, stage, joined or end.isoformat())
    found: Numbers = {"asked_d": stage["days"], "asked_n": stage.get("completed_days", 0)}
    found["done_n"] = len(done)
    found["since_d"] = case.book.days_between(done[0], joined or end.isoformat()) if done else 0
    return found


def _added(case: Case) -> Numbers:
    """What the planner added: its seconds, the effort it answers, the least it would last."""
    if not case.place:
        openings = case.book.routines.get(case.why.subject, RELIEF)["entries"]
        begun = [
            session
            for session in case.book.sessions
            if any(
                s["purpose"] == "opening" and s["exercise"] in openings for s in session["steps"]
            )
        ]
        return {"opened_n": len(begun)}
    session = case.book.session(case.place)
    found: Numbers = {}
    for index, step in enumerate(session["steps"]):
        if step["purpose"] == "main" or step["exercise"] not in case.reason.about:
            continue
        numbers: Numbers = {"added_s": length_s(step), "relax_s": relax_s(step)}
        if step["purpose"] == "rest":
            numbers["effort_s"] = effort_before(session, index)
        if step["purpose"] == "closing":
            numbers["least_s"] = closing_s(case.book, step)
        stated = {number.name: number.value for number in case.reason.numbers}
        if all(numbers.get(name) == value for name, value in stated.items() if name != "places_n"):
            found = numbers
    return found


RELIEF: Json = {
    "entries": [
        "relief-knees-to-chest-bed-edge",
        "relief-knees-to-chest-leg-sway",
        "relief-seated-hands-behind-head",
        "relief-position-search",
    ]
}
_Claim = Callable[[Case], Numbers]
_CLAIMS: dict[str, tuple[_Claim, ...]] = {
    "wish": (_wish,),
    "cadence": (_dates, _comes, _breaks),
    "supercompensation": (_dates,),
    "late": (_dates,),
    "routine-gap": (_dates,),
    "missing": (_dates, _portion, _turns),
    "uneven": (_gaps,),
    "spacing": (_rest,),
    "time": (_time,),
    "new-things": (_new,),
    "stage": (_stage,),
    "stress-relax": (_added,),
    "supine-limit": (_added,),
    "opening-closing": (_added,),
    "way-up": (_added,),
    "dose-range": (dose_claims,),
    "condition-caution": (dose_claims,),
}
