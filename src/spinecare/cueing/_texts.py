"""What is shown and said at a moment: plain words, short enough for its time."""

from __future__ import annotations

from attrs import frozen

from spinecare.cueing._moments import Moment
from spinecare.cueing._sides import Sides
from spinecare.model import CueKind, Each, Exercise, Purpose, Step

WORDS_A_SECOND = 2.5
"""How fast a calm voice speaks (D-JUDGE: 150 words a minute, an unhurried reader)."""
_LONG_S = 8.0
"""From here on a voice says how long something lasts (D-JUDGE)."""
_VERBS = {
    CueKind.SETUP: "Get into position",
    CueKind.CONTRACT: "Go",
    CueKind.MOVE: "Move",
    CueKind.HOLD: "Hold",
    CueKind.STRETCH: "Stretch",
    CueKind.RELAX: "Let go",
    CueKind.RETURN: "Back",
    CueKind.BREATHE: "Breathe",
}
_SILENT = frozenset({CueKind.MOVE, CueKind.SETUP})
"""What needs no word when it comes again."""


@frozen(kw_only=True)
class Words:
    """The words of a step."""

    step: Step
    """The step."""
    exercise: Exercise | None
    """Its exercise, where it is known."""
    sides: Sides
    """How it uses the sides."""

    @property
    def title(self) -> str:
        """The name of the exercise, or the words of its id."""
        if self.exercise is not None:
            return self.exercise.name
        return self.step.exercise.replace("-", " ").capitalize()

    def own(self, moment: Moment) -> str:
        """Return the exercise's own words for the phase of a moment, as a sentence; or nothing."""
        if moment.phase is None or self.exercise is None or self._is_dropped(moment.phase):
            return ""
        if moment.phase >= len(self.exercise.phases):
            return ""
        return sentence(self.sides.worded(self.exercise.phases[moment.phase].cue, moment))

    def breath(self, moment: Moment) -> str:
        """Return how to breathe at a moment, where the exercise says so."""
        if self.exercise is None or moment.phase is None:
            return ""
        phases = self.exercise.phases
        own = phases[moment.phase].breath if moment.phase < len(phases) else ""
        return own or self.exercise.breath

    def shown(self, moment: Moment) -> str:
        """Return what stands on the screen at a moment."""
        if moment.kind is CueKind.READY:
            instruction = self.exercise.instruction if self.exercise is not None else ""
            own = self.sides.worded(sentence(instruction), moment)
            if self.step.is_reduced:  # what limits the words comes before them
                return " ".join(filter(None, (self._gentle, own)))
            return " ".join(filter(None, (own, *map(sentence, self.step.notes))))
        if moment.kind is CueKind.REST:
            return f"Rest before set {moment.set} of {self.step.sets}."
        if moment.kind is CueKind.CHANGE:
            return f"Change sides: now the {self.step.sides[moment.place]}."
        if moment.kind is CueKind.LEAVE:
            return "Come out of it slowly."
        return self.own(moment) or sentence(_VERBS[moment.kind])

    @property
    def _gentle(self) -> str:
        """What the gentle form asks for."""
        return " ".join(("Gentle form:", *map(sentence, self.step.notes)))

    def said(self, moment: Moment, before: str) -> str:
        """Return what a voice says at a moment: the longest of its forms that its time holds.

        Args:
            moment: The moment.
            before: What is left to say from moments without any time.
        """
        forms = self._forms(moment)
        known = "" if self.step.is_reduced else before  # whose words the gentle form limits
        longer = tuple(f"{known} {form}".strip() for form in forms) if known else ()
        return fitting((*longer, *forms), moment.seconds)

    def announced(self, setups: str) -> tuple[str, ...]:
        """Return the forms in which an exercise is announced, longest first."""
        side = self.sides.first
        aside = ""
        if side is not None:
            aside = f", {side} side{' first' if len(self.step.sides) > 1 else ''}"
        head = {
            Purpose.REST: "Then rest: ",
            Purpose.CLOSING: "To close: ",
            Purpose.WAY_UP: "Getting up: ",
        }.get(self.step.purpose, "Next: ")
        name = self.title.partition(" (")[0]
        if self.step.is_reduced:  # the voice leads through it in few words of its own
            return (
                f"{head}{name}{aside}. {self._gentle}",
                f"{head}{name}{aside}, in its gentle form.",
                f"{name}{aside}, gently.",
            )
        return (
            f"{head}{name}{aside}. {setups}".strip(),
            f"{head}{name}{aside}.",
            f"{name}{aside}.",
        )

    def _forms(self, moment: Moment) -> tuple[str, ...]:
        if moment.kind is CueKind.CHANGE:
            side = self.step.sides[moment.place]
            return f"Change sides. Now the {side} side.", f"Now the {side} side."
        if moment.kind is CueKind.REST:
            return f"Rest, {spoken(moment.seconds)}.", "Rest."
        if moment.kind is CueKind.LEAVE:
            return "Come out of it slowly.", "And out."
        return self._phase_forms(moment)

    def _phase_forms(self, moment: Moment) -> tuple[str, ...]:
        turn = "" if self._was_told(moment) else self._turn(moment)
        verb = _VERBS[moment.kind]
        if moment.rep > 1 or moment.set > 1 or moment.time:  # known by now: few words, or a number
            word = turn or ("" if moment.kind in _SILENT else verb)
            return f"{self._count(moment)}{sentence(word)}".strip(), ""
        long = f" {spoken(moment.seconds).capitalize()}." if moment.seconds >= _LONG_S else ""
        own = "" if self._was_told(moment) or self.step.is_reduced else self.own(moment)
        lead = f"{turn}. " if turn and turn.lower() not in own.lower() else ""
        short = "Begin." if self._begins(moment) and not lead else sentence(verb)
        forms = (f"{lead}{own}{long}", f"{lead}{own}") if own else (f"{short}{long}",)
        return *forms, f"{lead}{short}", lead.strip()

    def _count(self, moment: Moment) -> str:
        """Return the number of a repetition that begins; nothing inside one, or after a rest."""
        return f"{moment.rep}. " if self._begins(moment) and moment.rep > 1 else ""

    def _turn(self, moment: Moment) -> str:
        """Return the side whose turn it is, where sides take turns; else nothing."""
        side = None if self.step.one_side_after_other else self.sides.side(moment)
        return side.value.capitalize() if side is not None and len(self.step.sides) > 1 else ""

    def _was_told(self, moment: Moment) -> bool:
        """Whether the way into the phase has said already what it is."""
        if moment.is_way or moment.phase is None:
            return False
        return bool(self.step.phases[moment.phase].into_s)

    def _begins(self, moment: Moment) -> bool:
        """Whether a repetition begins with this moment."""
        timed = (
            index
            for index, phase in enumerate(self.step.phases)
            if phase.each is Each.REP and phase.total_s > 0
        )
        is_first = moment.phase == next(timed, None) and moment.time == 0
        return is_first and not self._was_told(moment)

    def _is_dropped(self, index: int) -> bool:
        """Whether the reduced form leaves a phase out: it had time of its own, and has none now."""
        if self.exercise is None or index >= len(self.exercise.phases):
            return False
        had_time = self.exercise.phases[index].seconds is not None
        return self.step.is_reduced and had_time and not self.step.phases[index].total_s


def fitting(forms: tuple[str, ...], seconds: float) -> str:
    """Return the first form that a voice can say in so many seconds, or the last."""
    for form in forms:
        if len(form.split()) <= seconds * WORDS_A_SECOND:
            return form
    return forms[-1]


def spoken(seconds: float) -> str:
    """Return a time as a voice says it: `15 seconds`, `1 minute`, `2 and a half minutes`."""
    if seconds < 60:
        return f"{seconds:.0f} second{'' if round(seconds) == 1 else 's'}"
    minutes, rest = divmod(round(seconds), 60)
    if rest == 30:
        return f"{minutes} and a half minutes"
    whole = f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{whole} {rest} seconds" if rest else whole


def sentence(text: str) -> str:
    """Return text with a capital first letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    ends = text.endswith((".", "!", "?", "…", ":"))
    return text[0].upper() + text[1:] + ("" if ends else ".")
