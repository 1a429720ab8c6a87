"""Checks of what this person may do at all: warning signs, conditions, things and wishes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checker.breach import Breach
from tests.checker.facts import FLOOR, SUPINE, bounds
from tests.checker.profile import Profile
from tests.checker.view import EPSILON, Taken, View, paired

HOLD_CAPS = {
    # evidence.md 2.2, table of the reduced form: tag -> (phase kinds, seconds)
    "extension-end": ({"hold", "stretch"}, 2.0),
    "hang": ({"hold"}, 5.0),
    "isometric": ({"contract", "hold"}, 5.0),
    "neck-resisted": ({"contract", "hold"}, 5.0),
}
SUPINE_LIMIT_S = 180.0  # evidence.md 2.2, pregnancy: at most 3 min in one piece
WAY_UP = "transition-roll-and-rise"
ROCKING_RISE = "relief-rocking-rise"


def places_of(view: View) -> Iterator[tuple[str, str, str]]:
    """Yield exercise, place and position in the plan of every step, break and alternative."""
    for sitting, step in view.steps():
        yield step.id, sitting.raw["place"], step.place
    for day in view.days:
        for pause in day["desk_breaks"]:
            for id in (pause["exercise"], *pause["others"]):
                place = f"{day['date']} {pause['start']} desk break {id}"
                yield id, view.profile.desk_place, place


def red_flag(view: View) -> Iterator[Breach]:
    """A plan exists only where every warning sign is answered and none forbids it."""
    profile, flags = view.profile, view.facts.red_flags
    yes, no = set(profile.screening.get("yes", [])), set(profile.screening.get("no", []))
    others_no = profile.screening.get("others", "not asked") == "no"
    for id, flag in flags.items():
        open_ = id not in yes and id not in no and not others_no
        forbids = flag["urgency"] != "before-start" or not profile.cleared
        if open_:
            yield Breach("red-flag", id, "the question has no answer, yet there is a plan")
        elif id in yes and forbids:
            yield Breach("red-flag", id, f"present ({flag['urgency']}), yet there is a plan")


def condition_avoid(view: View) -> Iterator[Breach]:
    """Nothing that a condition says to avoid; the rocking rise only for the fit who ask."""
    for id, _, place in places_of(view):
        if view.profile.word(id) == "avoid":
            yield Breach("condition-avoid", place, f"{id} is avoided by a condition")
        if id == ROCKING_RISE and not _may_rock(view.profile):
            yield Breach("condition-avoid", place, "the rocking rise is not for this person")


def _may_rock(profile: Profile) -> bool:
    asked = ROCKING_RISE in profile.asks_for
    return asked and not profile.conditions and profile.pain is not None and profile.pain <= 2


def on_request(view: View) -> Iterator[Breach]:
    """What is planned on request only was asked for; what they do not want is not there."""
    for id, _, place in places_of(view):
        if view.facts.entry(id).get("on_request", False) and id not in view.profile.asks_for:
            yield Breach("on-request", place, f"{id} is planned only for a person who asks")
        if id in view.profile.leaves_out:
            yield Breach("leaves-out", place, f"the person does not want {id}")


def equipment(view: View) -> Iterator[Breach]:
    """Only what is at hand in that slot, and the floor only where it can be used."""
    for id, where, place in places_of(view):
        things, has_floor = view.profile.things(where)
        missing = view.facts.needs(id) - things
        if missing:
            yield Breach("equipment", place, f"needs {sorted(missing)}, not at {where!r}")
        on_bed = id == WAY_UP and "firm-bed-or-sofa" in things
        if not has_floor and not on_bed and view.facts.positions(id) & FLOOR:
            yield Breach("equipment", place, f"needs the floor, which {where!r} has not")


def condition_caution(view: View) -> Iterator[Breach]:
    """What a condition asks caution for is done in the reduced form, with its note."""
    first: dict[str, Taken] = {}
    for _, step in view.steps():
        exempt = view.facts.entry(step.id).get("record") in ("transition", "rest")
        if exempt or view.profile.word(step.id) != "caution":
            continue
        for sentence in _unreduced(view, step):
            yield Breach("condition-caution", step.place, sentence)
        before = first.setdefault(step.id, step)
        if step.raw["sets"] * step.raw["reps"] > before.raw["sets"] * before.raw["reps"] or (
            step.raw["hold_s"] or 0
        ) > (before.raw["hold_s"] or 0):
            yield Breach("condition-caution", step.place, "the dose grows under a caution")
    for day in view.days:
        for pause in day["desk_breaks"]:
            for id in (pause["exercise"], *pause["others"]):
                if view.profile.word(id) == "caution":
                    place = f"{day['date']} {pause['start']} desk break {id}"
                    yield Breach("condition-caution", place, "a break cannot show the note")


def _unreduced(view: View, step: Taken) -> Iterator[str]:
    raw, dose = step.raw, view.facts.entry(step.id).get("dose", {})
    if not raw["is_reduced"]:
        yield "is not marked as the reduced form"
    if not raw["notes"]:
        yield "shows no note"
    if raw["sets"] != 1:
        yield f"{raw['sets']} sets instead of one"
    for name in ("reps", "hold_s"):
        lowest = bounds(dose.get(name, 1))[0]
        if name in dose and (raw[name] or 0) > lowest + EPSILON:
            yield f"{name} is {raw[name]:g}, the lowest is {lowest:g}"
    yield from _over_caps(view, step)


def _over_caps(view: View, step: Taken) -> Iterator[str]:
    """Yield what is longer or heavier than the tags under caution allow."""
    tags = view.profile.cautious_tags(step.id)
    if "neck-flexion-assist" in tags:
        # evidence.md 2.2: the head stays on the pillow, contraction and relaxation only
        kinds = {phase["kind"] for phase in step.raw["phases"] if phase["seconds"]}
        if "stretch" in kinds or "contract" not in kinds:
            yield "the hands pull the head"
    if step.raw["mass_kg"] and "load-in-hands" in tags:
        yield f"{step.raw['mass_kg']:g} kg in the hands"
    share = 0.5 if tags & {"aerobic-effort", "water"} else 1.0
    for phase, known, role in paired(step, view.facts):
        if known is None or role == "relax" or "seconds" not in known:
            continue
        most = share * bounds(known["seconds"])[0]
        for tag in sorted(tags & set(HOLD_CAPS)):
            kinds, cap = HOLD_CAPS[tag]
            most = min(most, cap) if phase["kind"] in kinds else most
        if phase["seconds"] > most + EPSILON:
            yield f"{phase['kind']} of {phase['seconds']:g} s, at most {most:g} when reduced"


def supine_limit(view: View) -> Iterator[Breach]:
    """In pregnancy one lies on the back at most three minutes in one piece."""
    if not any("supine" in condition.get("caution", []) for condition in view.profile.conditions):
        return
    for sitting in view.sittings:
        piece = 0.0
        for step in sitting.steps:
            on_back = "supine" in view.facts.tags(step.id) or view.facts.starts(step.id) in SUPINE
            if not on_back or step.id == WAY_UP:
                piece = 0.0
                continue
            piece += step.duration_s + (step.raw["between_s"] if piece else 0.0)
            if piece > SUPINE_LIMIT_S + EPSILON:
                yield Breach("supine-limit", step.place, f"{piece:g} s on the back in one piece")
                piece = 0.0
