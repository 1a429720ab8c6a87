"""Which values a notebook shows, and by what."""

from __future__ import annotations

from typing import TypeAlias, get_args

from spinecare.errors import InvalidValueError
from spinecare.model import Catalogue, Exercise, Journal, Plan, Routine, Session, WeeklyPlan
from spinecare.notebook.known import catalogue_showing, exercise_showing, routine_showing
from spinecare.notebook.lived import journal_showing, review_showing
from spinecare.notebook.planned import plan_showing, week_showing
from spinecare.notebook.sessions import session_showing
from spinecare.notebook.showing import Showing
from spinecare.reviewing import Review

Showable: TypeAlias = (
    Plan | WeeklyPlan | Session | Exercise | Routine | Catalogue | Journal | Review
)
"""What a notebook shows as more than its `repr`."""
_KINDS: tuple[type, ...] = get_args(Showable)


def showing_of(value: Showable, *, with_pictures: bool) -> Showing:
    """Return what is shown of a value.

    Args:
        value: The value.
        with_pictures: Whether the format has pictures; what it has not is not drawn.

    Raises:
        InvalidValueError: A value that is none of these.
    """
    match value:
        case Plan():
            return plan_showing(value)
        case WeeklyPlan():
            return week_showing(value)
        case Session():
            return session_showing(value, with_pictures=with_pictures)
        case Exercise():
            return exercise_showing(value, with_picture=with_pictures)
        case Routine():
            return routine_showing(value)
        case Catalogue():
            return catalogue_showing(value)
        case Journal():
            return journal_showing(value, with_picture=with_pictures)
        case Review():
            return review_showing(value)
    raise InvalidValueError.of("value", f"a {' or '.join(kind.__name__ for kind in _KINDS)}", value)
