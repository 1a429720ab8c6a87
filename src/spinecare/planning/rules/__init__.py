"""The hard rules: what no plan may break (design §5).

Composing keeps them by construction; every session is checked against all of them once more before
it is placed, and one that breaks a rule is left out with a finding. Data can name a rule, never
switch it off.
"""

from __future__ import annotations

from spinecare.model import RuleId, Session
from spinecare.planning.openings import Opening
from spinecare.planning.outlook import Outlook
from spinecare.planning.rules import _fitting, _loading, _ordering, _suiting
from spinecare.planning.rules._rule import Candidate, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        id=RuleId("red-flag"),
        reason="A warning sign may mean a disease that exercise delays the help for.",
        source="evidence.md §1.2",
        breach=_suiting.red_flag,
    ),
    Rule(
        id=RuleId("condition-avoid"),
        reason="What a condition rules out waits until a clinician clears it.",
        source="evidence.md §2.2",
        breach=_suiting.condition_avoid,
    ),
    Rule(
        id=RuleId("condition-caution"),
        reason="Under a caution only the reduced form is planned, with its note.",
        source="evidence.md §2.2, the reduced form",
        breach=_suiting.condition_caution,
    ),
    Rule(
        id=RuleId("equipment"),
        reason="Only what is at hand in that slot can be done there.",
        source="design §5",
        breach=_suiting.equipment,
    ),
    Rule(
        id=RuleId("spacing"),
        reason="A muscle group rests between loads: pulls 5 days, strength 48-72 h, light 6 h.",
        source="evidence.md §5.6; ACSM 2011; article, lines 39 and 85",
        breach=_loading.spacing,
        looks_back=True,
    ),
    Rule(
        id=RuleId("routine-gap"),
        reason="A routine keeps its own gap and its own number of times a day.",
        source="catalogue.md §1.1",
        breach=_loading.routine_gap,
        looks_back=True,
    ),
    Rule(
        id=RuleId("supercompensation"),
        reason="A routine with a window is never done before the window opens.",
        source="article, line 39; evidence.md §5.3",
        breach=_loading.supercompensation,
        looks_back=True,
    ),
    Rule(
        id=RuleId("stress-relax"),
        reason="After the stress phase complete relaxation follows, else the work loses its sense.",
        source="article, line 121; evidence.md §6",
        breach=_loading.stress_relax,
    ),
    Rule(
        id=RuleId("relaxation-kept"),
        reason="A relax phase is never shortened to save time.",
        source="article, line 121",
        breach=_loading.relaxation_kept,
    ),
    Rule(
        id=RuleId("apart"),
        reason="Flexion-heavy and extension-heavy strength work stay apart in the first 4 weeks.",
        source="evidence.md §9.4 (D-JUDGE)",
        breach=_loading.apart,
        looks_back=True,
    ),
    Rule(
        id=RuleId("stage"),
        reason="Neck exercises 4 and 5 join after two weeks of 1 to 3.",
        source="article, line 85; evidence.md §9.3",
        breach=_ordering.stage,
        looks_back=True,
    ),
    Rule(
        id=RuleId("order"),
        reason="Exercises keep the article's order, and what uses another comes with it.",
        source="article, line 259; catalogue.md §17",
        breach=_ordering.order,
    ),
    Rule(
        id=RuleId("opening-closing"),
        reason="Discomfort is relieved before gymnastics; lying work ends in rest and a slow rise.",
        source="article, lines 55, 79 and 255",
        breach=_ordering.opening_closing,
    ),
    Rule(
        id=RuleId("way-up"),
        reason="Nobody gets up sharply from lying: roll to the side and rise slowly.",
        source="article, line 55",
        breach=_ordering.way_up,
    ),
    Rule(
        id=RuleId("sides"),
        reason="Both sides get the same, and the side that begins changes.",
        source="catalogue.md §0.1; design §5",
        breach=_ordering.sides,
        looks_back=True,
    ),
    Rule(
        id=RuleId("time"),
        reason="A session fits its slot, counted honestly.",
        source="catalogue.md §21",
        breach=_fitting.time,
    ),
    Rule(
        id=RuleId("dose-range"),
        reason="No number lies outside the span that the article or a marked default gives.",
        source="catalogue.md; design §4",
        breach=_fitting.dose_range,
    ),
    Rule(
        id=RuleId("stretch-floor"),
        reason="A stretch is never cut short to save time; only a caution shortens it.",
        source="ACSM 2011; evidence.md §3.1",
        breach=_fitting.stretch_floor,
    ),
    Rule(
        id=RuleId("waking"),
        reason="A back is stiff after the night: no end-range bending in the first hour, with a "
        "disc herniation in the first two.",
        source="Snook 1998; evidence.md §9.5",
        breach=_suiting.waking,
    ),
    Rule(
        id=RuleId("supine-limit"),
        reason="In pregnancy lying on the back stays short.",
        source="ACOG 804; evidence.md §2.2",
        breach=_suiting.supine_limit,
    ),
    Rule(
        id=RuleId("pain"),
        reason="Working through pain makes things worse: above 2 of 10 no effort, above 5 relief "
        "positions only; what hurt rests, or is left out.",
        source="article, line 79; evidence.md §4",
        breach=_suiting.pain,
    ),
    Rule(
        id=RuleId("new-things"),
        reason="Few new exercises at once, so that a culprit can be found.",
        source="design §5 (D-JUDGE)",
        breach=_fitting.new_things,
        looks_back=True,
    ),
)
"""Every hard rule that a session can be checked against, in the order of design §5."""


def broken_rules(outlook: Outlook, opening: Opening, session: Session) -> tuple[str, ...]:
    """Return the ids of the hard rules that a session would break, with what breaks them.

    Args:
        outlook: The person and the plan before this session.
        opening: Where it would stand.
        session: The session.
    """
    candidate = Candidate(outlook=outlook, opening=opening, session=session)
    # the same steps in the same slot keep the rules that look at nothing else: seen once is enough
    key = opening.slot, session.routines, id(session.steps)
    is_seen = outlook.kept.get(key) is session.steps
    breaches = [
        (rule.id, rule.breach(candidate)) for rule in RULES if rule.looks_back or not is_seen
    ]
    broken = tuple(f"{rule}: {what}" for rule, what in breaches if what)
    if not broken:
        outlook.kept[key] = session.steps
    return broken


__all__ = ["RULES", "Candidate", "Rule", "broken_rules"]
