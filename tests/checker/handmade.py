"""A small catalogue, a person and a maker of plans, all by hand, to test the checker's eyes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.checker.breach import Breach
from tests.checker.checker import check
from tests.checker.facts import Facts, Table, bounds

MONDAY = date(2026, 11, 23)


def _entry(id: str, start: str, sides: str, *phases: Table, **more: Any) -> Table:
    base: Table = {"id": id, "record": "exercise", "kinds": ["mobility"], "role": "stress"}
    return base | {"start": start, "sides": sides, "phases": list(phases)} | more


def _phase(kind: str, seconds: Any = None, into_s: float = 0, each: str = "rep") -> Table:
    timed = {} if seconds is None else {"seconds": seconds}
    return {"kind": kind, "into_s": into_s, "each": each} | timed


_LIFT = (_phase("contract", 2), _phase("hold", 2), _phase("return", 2), _phase("relax", 6))
_REST = {"kinds": ["relaxation"], "role": "relax"}
_ADDED = _REST | {"record": "rest"}

ENTRIES: list[Table] = [
    _entry("circles", "standing", "both-together", _phase("move", 4), _phase("relax", 5, 0, "set"))
    | {"dose": {"reps": {"count": [10, 12], "per": "side"}}},
    _entry("turns", "standing", "alternating", _phase("move", 8), _phase("relax", "8-20 s"))
    | {"dose": {"reps": [5, 5]}},
    _entry("bends", "standing", "both-together", _phase("move", 4), _phase("relax", 5))
    | {"tags": ["flexion-end"]},
    _entry("resist", "standing", "four-directions", _phase("contract", [5, 8]), _phase("relax", 8))
    | {"kinds": ["isometric"], "recovery": "light", "muscles": ["scalenes"]}
    | {"tags": ["isometric"], "dose": {"hold_s": [5, 8], "reps": [2, 4], "sets": [1, 2]}},
    _entry("shrug", "standing", "both-together", _phase("contract", 2), _phase("relax", 5))
    | {"kinds": ["strength"], "recovery": "light", "muscles": ["trapezius"]}
    | {"dose": {"mass_kg": "1.5-2 kg"}, "tags": ["load-in-hands"], "equipment": ["dumbbells"]},
    _entry("pulse-pull-up", "standing-at-low-bar", "both-together", _phase("contract", 2))
    | {"phases": [_phase("contract", 2), _phase("return", 2), _phase("relax", 60, 0, "step")]}
    | {"role": "mixed", "kinds": ["strength"], "recovery": "pull", "muscles": ["trapezius"]}
    | {"dose": {"reps": [8, 12], "sets": [1, 3], "rest_s": [60, 120]}},
    _entry("leg-raise", "prone", "both-together", *_LIFT)
    | {"kinds": ["strength"], "recovery": "strength", "muscles": ["erector-spinae"]}
    | {"tags": ["extension-end"]},
    _entry("crunch", "hook-lying", "both-together", *_LIFT)
    | {"kinds": ["strength"], "recovery": "strength", "muscles": ["rectus-abdominis"]}
    | {"tags": ["flexion-end"]},
    _entry("leg-cross", "hook-lying", "left-right", _phase("stretch", [10, 200], 2))
    | {"phases": [_phase("stretch", [10, 200], 2), _phase("return", 2), _phase("relax", 5)]}
    | {"kinds": ["static-stretch"], "role": "relax", "tags": ["supine", "rotation-end"]}
    | {"dose": {"hold_s": [10, 200], "reps": [1, 2]}},
    _entry("press-and-cross", "hook-lying", "left-right", _phase("contract", 5), _phase("relax", 5))
    | {"kinds": ["pnf"], "role": "mixed", "recovery": "gentle", "muscles": ["erector-spinae"]},
    _entry("nod", "standing", "both-together", _phase("contract", 3), _phase("relax", 5))
    | {"phases": [_phase("contract", 3), _phase("stretch", 3, 2), _phase("relax", 5)]}
    | {"kinds": ["static-stretch"], "role": "mixed", "tags": ["neck-flexion-assist"]}
    | {"reduced_form": "tilt"},
    _entry("reach", "supine", "both-together", _phase("stretch", 5), _phase("relax", 5))
    | {"kinds": ["static-stretch"], "role": "relax"},
    _entry("reach-across", "supine", "alternating", _phase("stretch", 5), _phase("relax", 5))
    | {"kinds": ["static-stretch"], "role": "relax"},
    _entry("towel-roller-lying", "supine", "both-together", _phase("hold", [60, 300]))
    | {"kinds": ["relaxation"], "role": "relax", "recovery": "daily", "equipment": ["towel"]}
    | {"dose": {"hold_s": [60, 300]}},
    _entry("swim", "in-water", "alternating", _phase("move", [1200, 1800]))
    | {"phases": [_phase("move", [1200, 1800]), _phase("relax", [60, 120], 0, "step")]}
    | {"kinds": ["aerobic"], "tags": ["water"]},
    _entry("ease", "sitting", "both-together", _phase("hold", 120)) | _REST,
    _entry("relief-rocking-rise", "supine", "both-together", _phase("move", 3))
    | {"record": "transition", "role": "none", "on_request": True, "end": "standing"},
    _entry("transition-roll-and-rise", "supine", "either", _phase("move", 5), _phase("hold", 5))
    | {"record": "transition", "role": "none", "kinds": ["relaxation"], "end": "sitting"},
    _entry("lying-fetal-rest", "side-lying-curled", "either", _phase("relax", [60, 300])) | _REST,
    _entry("yoga-corpse-pose", "supine", "both-together", _phase("relax", [60, 300]))
    | _REST
    | {"tags": ["supine"]},
    _entry("rest-standing", "standing", "both-together", _phase("relax", [5, 60])) | _ADDED,
    _entry("rest-prone", "prone", "both-together", _phase("relax", [5, 60])) | _ADDED,
    _entry("rest-side-lying", "side-lying", "either", _phase("relax", [5, 60])) | _ADDED,
    _entry("stroll", "walking", "alternating", _phase("move", 300))
    | {"record": "variant", "role": "relax"},
    _entry("desk-bends", "standing", "alternating", _phase("move", 4))
    | {"record": "variant", "tags": ["flexion-end"]},
]


def _routine(id: str, part: str, entries: list[str], cadence: Table, **more: Any) -> Table:
    return {"id": id, "part": part, "entries": entries, "cadence": cadence} | more


DAILY: Table = {"kind": "times-a-day", "times": 2}
ROUTINES: list[Table] = [
    _routine(
        "ways-of-relief", "relief", ["ease", "relief-rocking-rise"], {"kind": "before-others"}
    ),
    _routine("morning", "mobility", ["circles", "bends", "nod"], DAILY | {"gap_h": 3}),
    _routine(
        "neck",
        "effort",
        ["turns", "resist", "shrug"],
        DAILY,
        is_gymnastics=True,
        pairs_strictly=True,
        stages=[{"opens": ["shrug"], "after": ["turns"], "days": 14, "completed_days": 10}],
    ),
    _routine("pulls", "effort", ["pulse-pull-up"], {"kind": "window", "window_days": "5-8 days"}),
    _routine("floor", "effort", ["leg-raise", "crunch"], {"kind": "times-a-week", "times": [1, 3]}),
    _routine(
        "lying",
        "stretch",
        ["leg-cross", "press-and-cross", "reach", "reach-across"],
        DAILY,
        series=[{"items": ["reach", "reach-across"], "times": 3}],
    ),
    _routine("roll", "relaxation", ["towel-roller-lying"], DAILY),
    _routine("pool", "mobility", ["swim"], DAILY),
    _routine("breaks", "mobility", ["stroll", "desk-bends"], {"kind": "hourly", "every_min": 60}),
]

FACTS = Facts(
    [
        {
            "entries": ENTRIES,
            "routines": ROUTINES,
            "edges": [
                {"before": "leg-cross", "after": "press-and-cross", "needs": True},
                {"before": "turns", "after": "resist"},
                {"before": "ease", "after": "turns"},
            ],
            "red_flags": [
                {"id": "rf-fever", "urgency": "urgent"},
                {"id": "rf-age", "urgency": "before-start"},
            ],
            "tags": [
                {"id": "rotation-end", "reduced_form": "half range"},
                {"id": "neck-flexion-assist", "reduced_form": "pillow"},
            ],
            "conditions": [
                {"id": "disc", "avoid": ["abdominal-load"], "entries_avoid": ["towel-roller-lying"]}
                | {"caution": ["rotation-end", "load-in-hands"], "waking_hours": 2},
                {"id": "pressure", "caution": ["isometric"]},
                {"id": "stiff-back", "caution": ["flexion-end"]},
                {"id": "stiff-neck", "caution": ["neck-flexion-assist"]},
                {"id": "pregnancy", "caution": ["supine"]},
                {"id": "water-care", "caution": ["water"]},
            ],
        }
    ]
)

PERSON: Table = {
    "timezone": "Europe/Berlin",
    "availability": "daily 10:00 45 min; daily 16:00, 21:00 20 min; Sun 07:00 10 min (park)",
    "screening": {"others": "no"},
    "equipment": ["towel", "dumbbells"],
    "desk": "Mon-Fri 09:00-17:00",
    "wakes_at": "06:00",
    "level": "practised",
    "pain": 0,
    "tense": [],
    "tried": ["press-and-cross"],
}


def step(id: str, **more: Any) -> Table:
    """Return a step of an exercise at its lowest dose, changed as asked."""
    entry = FACTS.entries[id]
    dose: Table = entry.get("dose", {})
    way = entry["sides"]
    purposes = {"transition-roll-and-rise": "way-up", "ease": "opening"}
    purposes |= {f"rest-{pose}": "rest" for pose in ("standing", "prone", "side-lying")}
    reps: Any = dose.get("reps", 1)
    rests = id in ("lying-fetal-rest", "yoga-corpse-pose")
    routine = next((r["id"] for r in ROUTINES if id in r["entries"]), None)
    made: Table = {
        "exercise": id,
        "routine": None if id in purposes or rests else routine,
        "purpose": "closing" if rests else purposes.get(id, "main"),
        "sides": {"left-right": ["left", "right"], "either": ["left"]}.get(way, ["both"]),
        "one_side_after_other": way == "left-right",
        "sets": 1,
        "reps": int(bounds(reps)[0]),
        "reps_per": reps["per"] if isinstance(reps, dict) else "cycle",
        "hold_s": bounds(dose["hold_s"])[0] if "hold_s" in dose else None,
        "mass_kg": bounds(dose["mass_kg"])[0] if "mass_kg" in dose else None,
        "rest_s": 0,
        "change_s": 5 if way == "left-right" else 0,
        "leave_s": 0,
        "between_s": 10,
        "phases": _phases(id),
        "is_reduced": False,
        "is_new": True,
        "notes": [],
    }
    if way in ("alternating", "diagonal"):
        made["sides"] = ["left", "right"]
    return made | {"cycles": made["reps"]} | more


def _phases(id: str) -> list[Table]:
    phases = FACTS.entries[id]["phases"]
    return [
        {
            "kind": phase["kind"],
            "role": role,
            "seconds": bounds(phase["seconds"])[0],
            "into_s": phase["into_s"],
            "each": phase["each"],
            "times": 1,
        }
        for phase, role in zip(phases, FACTS.roles(id), strict=True)
    ]


def reseconds(made: Table, **seconds: float) -> Table:
    """Return a step whose phases of these kinds take other seconds."""
    phases = [
        phase | {"seconds": seconds.get(phase["kind"], phase["seconds"])}
        for phase in made["phases"]
    ]
    return made | {"phases": phases}


def session(start: str, *steps: Table, minutes: float = 45, place: str = "home") -> Table:
    """Return a session; its id and date follow from the day it is put on."""
    routines = dict.fromkeys(item["routine"] for item in steps if item["routine"])
    return {
        "start": start,
        "minutes": minutes,
        "place": place,
        "routines": list(routines),
        "steps": list(steps),
        "notes": ["Rate your pain before you start."],
    }


def lying(*steps: Table) -> tuple[Table, ...]:
    """Return lying steps with the rest and the way up that close them."""
    return (*steps, step("lying-fetal-rest"), step("transition-roll-and-rise"))


def plan(
    sessions: dict[int, list[Table]],
    breaks: dict[int, list[Table]] | None = None,
    start: date = MONDAY,
    weeks: int = 4,
    **more: Any,
) -> Table:
    """Return the document of a plan: day number -> sessions, starting sides alternating."""
    tried, starting = set(PERSON["tried"]), dict[str, int]()
    days: list[Table] = []
    for number in range(7 * weeks):
        on = (start + timedelta(days=number)).isoformat()
        held: list[Table] = []
        for index, made in enumerate(sessions.get(number, [])):
            steps = _in_context(made["steps"], tried, starting)
            held.append(made | {"id": f"s-{number}-{index}", "date": on, "steps": steps})
        days.append({"date": on, "sessions": held, "desk_breaks": (breaks or {}).get(number, [])})
    table: Table = {
        "start": start.isoformat(),
        "timezone": "Europe/Berlin",
        "routines": [],
        "weeks": [
            {"number": week + 1, "days": days[7 * week : 7 * week + 7], "advice": []}
            for week in range(weeks)
        ],
        "findings": [],
        "catalogue": {"entries": [{"id": entry["id"]} for entry in ENTRIES]},
    }
    return {"format": "spinecare/plan", "version": 1, "plan": table | more}


def _in_context(steps: list[Table], tried: set[str], starting: dict[str, int]) -> list[Table]:
    """Mark what is new and turn the starting side, as an honest plan does."""
    ids = {made["exercise"] for made in steps}
    turned = [
        made
        | {"is_new": made["exercise"] not in tried}
        | {"sides": made["sides"][:: -1 if starting.get(made["exercise"], 0) % 2 else 1]}
        for made in steps
    ]
    for id in ids:
        starting[id] = starting.get(id, 0) + 1
    tried.update(ids)
    return turned


def breaches(document: Table, **person: Any) -> list[Breach]:
    """Return what the checker says of a plan for the person, changed as asked."""
    return check(document, FACTS, PERSON | person)


def rules(document: Table, **person: Any) -> list[str]:
    """Return the ids of the broken rules in order."""
    return sorted({breach.rule for breach in breaches(document, **person)})
