"""What things are called whose catalogue is not at hand, and how they look."""

from __future__ import annotations

from spinecare.catalogue import load_catalogue
from spinecare.drawing import draw
from spinecare.errors import SpinecareError
from spinecare.figures import Figure
from spinecare.model import Exercise, Plan, Step
from spinecare.wording import name_of


def title(id: str, plan: Plan | None = None) -> str:
    """Return the name of an exercise, routine or advice.

    Args:
        id: Its id.
        plan: The plan that it belongs to, whose catalogue is asked first. A session and a week do
            not know their plan: names are then those of the built-in catalogue.

    Returns:
        The name, or the words of the id where no catalogue knows it.
    """
    return name_of(id, (*([plan.catalogue] if plan else []), load_catalogue()))


def term(id: str) -> str:
    """Return the name of a region or a thing, or the words of its id."""
    known = load_catalogue()
    names = {item.id: item.name for item in (*known.regions, *known.equipment)}
    return names.get(id, id.replace("-", " "))


def exercise_of(step: Step) -> Exercise | None:
    """Return the exercise of a step from the built-in catalogue; `None` where it has none."""
    return load_catalogue().entry_by_id.get(step.exercise)


def figure_of(subject: Exercise | Step) -> Figure | None:
    """Return a picture, or `None` where there is none to be had: a notebook shows the rest."""
    try:
        return draw(subject)
    except SpinecareError:
        return None
