"""Who may do what: warning signs, conditions, things at hand, the place."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from spinecare.errors import ClinicianFirst, NotScreenedError
from spinecare.model import (
    Catalogue,
    Condition,
    Exercise,
    ExerciseId,
    Finding,
    Person,
    Place,
    Record,
    RuleId,
    Severity,
    TagId,
    Urgency,
)

ACTIONS = {
    Urgency.EMERGENCY: "Call the emergency services or go to a hospital now; do not exercise.",
    Urgency.URGENT: "See a clinician within 24 to 48 hours; do not exercise before.",
    Urgency.BEFORE_START: "Let a clinician clear you for exercise before you start.",
}
"""What to do when a warning sign is present, by how soon it asks for a clinician."""
PAIN = RuleId("pain")
"""The rule that speaks where pain does, told once or in a journal."""
_FAST_RISE = TagId("fast-rise")
_ASSISTED = TagId("neck-flexion-assist")
"""Under this caution the hands no longer pull the head, which is all that some stretches are."""
_SAFE_PAIN = 2.0
"""The top of the safe zone of pain, 0-10 (evidence.md §4, Thomee 1997)."""
_START_PAIN = 5.0
"""Above this no exercise begins (evidence.md §4, rule R1)."""


@frozen(kw_only=True)
class Suitability:
    """Whether an exercise suits a person, and in which form."""

    avoided_by: tuple[Condition, ...] = field(default=())
    """The conditions that rule it out; empty where none does."""
    refused: str = field(default="")
    """Why else it is out: on request only, not wanted, a fast way up, pain."""
    refused_by: RuleId = field(default=RuleId("on-request"))
    """The rule that refuses it, where one does."""
    cautions: tuple[TagId, ...] = field(default=())
    """Its tags that a condition asks to be careful with."""
    is_reduced: bool = field(default=False)
    """Whether only the reduced form may be planned."""
    is_cautioned: bool = field(default=False)
    """Whether a condition asks for the reduced form; pain alone does not set this."""
    is_eased: bool = field(default=False)
    """Whether it is gentler than it would be, because of how it felt before."""
    halvings: int = field(default=0)
    """How often the dose of the reduced form is halved, because of how that felt."""
    has_lower_range: bool = field(default=False)
    """Whether it is done less far than the last time, because it hurt a little (R2)."""
    leaves_nothing: bool = field(default=False)
    """Whether the reduced form would leave nothing of it."""

    @property
    def is_allowed(self) -> bool:
        """Whether it may be planned at all."""
        return not self.avoided_by and not self.refused and not self.leaves_nothing

    @property
    def rests_for_pain(self) -> bool:
        """Whether pain alone, told once or in a journal, keeps it out."""
        is_refused = bool(self.refused) and self.refused_by == PAIN
        return is_refused and not self.avoided_by and not self.leaves_nothing


def refuse_warning_signs(person: Person, catalogue: Catalogue) -> None:
    """Refuse to go on while a warning sign is present or not asked about (rule `red-flag`).

    Raises:
        ClinicianFirst: An emergency or urgent sign is present, or a before-start sign and no
            clinician has cleared the person.
        NotScreenedError: A sign has no answer; an open question never counts as "no".
    """
    present = [flag for flag in catalogue.red_flags if flag.id in person.screening.yes]
    for urgency in Urgency:
        signs = tuple((flag.id, flag.question) for flag in present if flag.urgency is urgency)
        cleared = urgency is Urgency.BEFORE_START and person.cleared_by_clinician
        if signs and not cleared:
            raise ClinicianFirst(urgency.value, ACTIONS[urgency], signs)
    open_questions = tuple(
        (flag.id, flag.question)
        for flag in catalogue.red_flags
        if person.screening.is_open(flag.id)
    )
    if open_questions:
        raise NotScreenedError(open_questions)


def suitabilities(person: Person, catalogue: Catalogue) -> Mapping[ExerciseId, Suitability]:
    """Tell for every entry whether it suits a person (`condition-avoid`, `condition-caution`).

    The strictest word wins: avoided by its id or a tag of any condition; otherwise a caution by
    its id or a tag of any condition. A protocol has the tags of its items too.
    """
    # in the catalogue's order: however a person lists what they have, the plan is the same
    conditions = [known for known in catalogue.conditions if known.id in person.conditions]
    return {
        entry.id: _suitability(entry, person, conditions, catalogue) for entry in catalogue.entries
    }


def _suitability(
    entry: Exercise, person: Person, conditions: list[Condition], catalogue: Catalogue
) -> Suitability:
    tags = all_tags(entry, catalogue)
    # Rolling to the side and rising slowly is how everybody gets up (evidence.md §2.2).
    is_way_up = entry.record is Record.TRANSITION and _FAST_RISE not in tags
    avoided = tuple(
        condition
        for condition in conditions
        if not is_way_up and (entry.id in condition.entries_avoid or tags & set(condition.avoid))
    )
    cautioned = {tag for condition in conditions for tag in condition.caution} & tags
    named = any(entry.id in condition.entries_caution for condition in conditions)
    refused_by, refused = _refusal(entry, person, tags)
    sore = has_much_pain(person) and not entry.is_only_relaxation
    return Suitability(
        avoided_by=avoided,
        refused=refused,
        refused_by=refused_by,
        cautions=tuple(sorted(cautioned)),
        is_reduced=(named or bool(cautioned) or sore) and not is_way_up,
        is_cautioned=named or bool(cautioned),
        leaves_nothing=_ASSISTED in cautioned and not entry.has_stress,
    )


def all_tags(entry: Exercise, catalogue: Catalogue) -> frozenset[TagId]:
    """Return the mechanical tags of an entry, those of a protocol's items included."""
    items = (catalogue.entry(item) for item in entry.items)
    return frozenset(entry.tags).union(*(item.tags for item in items))


def _refusal(entry: Exercise, person: Person, tags: frozenset[TagId]) -> tuple[RuleId, str]:
    wish = RuleId("on-request")
    if entry.id in person.leaves_out:
        return wish, "you asked to leave it out"
    if entry.on_request and entry.id not in person.asks_for:
        return wish, "it is planned only for those who ask for it"
    if has_much_pain(person) and entry.is_effort:
        return PAIN, "strength work and contractions wait until pain is 2 of 10 or less"
    if _FAST_RISE in tags and (person.conditions or not may_progress(person)):
        return wish, "rising fast is only for people without any condition and without pain"
    return wish, ""


def lacks(entry: Exercise, place: Place) -> str:
    """Return what a place lacks for an exercise (rules `equipment` and `place`).

    Returns:
        The id of the missing thing, `floor` where one cannot lie or kneel, or nothing.
    """
    if entry.start.position.needs_floor and not place.has_floor:
        return "floor"
    missing = [id for id in entry.required_equipment if id not in place.equipment]
    return missing[0] if missing else ""


def only_relief(person: Person) -> bool:
    """Whether pain allows nothing but relief positions (rule `pain`, R1)."""
    return person.pain is not None and person.pain > _START_PAIN


def has_much_pain(person: Person) -> bool:
    """Whether pain is above the safe zone (rule `pain`, R1): no strength, no isometric work."""
    return person.pain is not None and person.pain > _SAFE_PAIN


def has_discomfort(person: Person) -> bool:
    """Whether something is tense or hurts, or is not known not to (`opening-closing`)."""
    return has_pain(person) or person.tense is None or bool(person.tense)


def has_pain(person: Person) -> bool:
    """Whether pain is present, or not known to be absent."""
    return person.pain is None or person.pain > 0


def may_progress(person: Person) -> bool:
    """Whether doses may grow at all: unknown pain and pain above 2 never count as progress."""
    return person.pain is not None and person.pain <= _SAFE_PAIN


def screening_findings(
    entries: tuple[Exercise, ...],
    suitable: Mapping[ExerciseId, Suitability],
    catalogue: Catalogue,
) -> tuple[Finding, ...]:
    """Say of the wanted entries which are left out or reduced, and why.

    The reasons name what an exercise does and not what a person has: a plan is shown to others.
    """
    found: list[Finding] = []
    for entry in entries:
        suits = suitable[entry.id]
        if suits.avoided_by:
            found.append(
                Finding(
                    rule=RuleId("condition-avoid"),
                    severity=Severity.LEFT_OUT,
                    subject=entry.id,
                    reason=f"{entry.name} is left out: {_why_avoided(entry, suits, catalogue)}",
                    concession="a clinician who clears it for you",
                )
            )
        elif suits.leaves_nothing:
            found.append(
                Finding(
                    rule=RuleId("condition-caution"),
                    severity=Severity.LEFT_OUT,
                    subject=entry.id,
                    reason=f"{entry.name} is left out: its gentle form leaves nothing of it.",
                    concession="a clinician who clears it for you",
                )
            )
        elif suits.refused:
            found.append(
                Finding(
                    rule=suits.refused_by,
                    severity=_severity_of(suits),
                    subject=entry.id,
                    reason=f"{entry.name} is left out: {suits.refused}.",
                )
            )
        elif suits.is_eased:
            found.append(
                Finding(
                    rule=PAIN,
                    severity=Severity.CHANGED,
                    subject=entry.id,
                    reason=f"{entry.name} comes back {_eased(suits)}: it did not do you good.",
                )
            )
        elif suits.is_reduced:
            found.append(
                Finding(
                    rule=RuleId("condition-caution"),
                    severity=Severity.CHANGED,
                    subject=entry.id,
                    reason=f"{entry.name} is planned in its gentle form only.",
                )
            )
    return tuple(found)


def _eased(suits: Suitability) -> str:
    return "with less than its gentle form" if suits.halvings else "in its gentle form"


def _severity_of(suits: Suitability) -> Severity:
    """A wish is good to know; pain leaves something out."""
    return Severity.NOTE if suits.refused_by == "on-request" else Severity.LEFT_OUT


def _why_avoided(entry: Exercise, suits: Suitability, catalogue: Catalogue) -> str:
    avoided = {tag for condition in suits.avoided_by for tag in condition.avoid}
    does = [
        catalogue.tag(tag).meaning.partition(" (")[0]
        for tag in sorted(all_tags(entry, catalogue) & avoided)
    ]
    article = [note.text for note in entry.safety if note.is_contraindication]
    warning = f" (the article: {'; '.join(article)})" if article else ""
    if does:
        return f"your answers about your health rule this out: {', '.join(does)}{warning}."
    return f"your answers about your health rule it out{warning}."
