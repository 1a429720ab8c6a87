"""Names and claims of a plan, safe inside a line of Markdown."""

from __future__ import annotations

from spinecare.export.markdown._text import clean, plain, sentence
from spinecare.model import Advice, Exercise, ExerciseId, Plan, RoutineId
from spinecare.wording import LABEL_WORDS, title_of


class Names:
    """What a plan calls its exercises and routines, and which claims were told already."""

    def __init__(self, plan: Plan) -> None:
        """Keep the plan; no claim is told yet."""
        self._plan = plan
        self._told: set[str] = set()

    def exercise(self, id: ExerciseId) -> Exercise | None:
        """Return an exercise; `None` where the plan's catalogue lacks it."""
        return self._plan.catalogue.entry_by_id.get(id)

    def title(self, id: str) -> str:
        """Return the name of an exercise, routine, advice or session."""
        return plain(self.raw_title(id))

    def raw_title(self, id: str) -> str:
        """Return the same as it stands in the catalogue, not safe yet."""
        return title_of(self._plan, id)

    def advice(self, id: str) -> Advice | None:
        """Return a piece of advice; `None` where the plan's catalogue lacks it."""
        return next((item for item in self._plan.catalogue.advice if item.id == id), None)

    def routines(self, ids: tuple[RoutineId, ...]) -> str:
        """Return the names of routines joined by plus signs."""
        return " + ".join(self.title(id) for id in ids)

    def claim_lines(self, id: str) -> tuple[str, ...]:
        """Return what the article claims of a thing with its label; the finding only once."""
        lines: list[str] = []
        for claim in self._plan.catalogue.claims_about(id):
            label = f"Evidence: **{LABEL_WORDS[claim.label]}**."
            line = f"The article says: “{plain(clean(claim.text).rstrip('.'))}.” {label}"
            if claim.id not in self._told:
                line += f" {sentence(claim.finding)}"
            self._told.add(claim.id)
            lines.append(line)
        return tuple(lines)
