"""Sets of constants in use, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model import SourceId
from spinecare.response._model import ResponseModel
from spinecare.response._reading import read_members, read_text

LABEL: Final = "a planning heuristic, not a law of biology"
"""What to say wherever a number or a curve of the response model is shown."""


def _id(value: str) -> str:
    return read_text(value, "id")


def _name(value: str) -> str:
    return read_text(value, "name")


def _summary(value: str) -> str:
    return read_text(value, "summary")


def _sources(values: Iterable[SourceId]) -> tuple[SourceId, ...]:
    keys = read_members(values, "sources")
    if not keys:
        raise InvalidValueError.of("sources", "one source key or more", values)
    return tuple(SourceId(read_text(key, "sources")) for key in keys)


def _model(value: ResponseModel) -> ResponseModel:
    if not isinstance(value, ResponseModel):
        raise InvalidValueError.of("model", "a ResponseModel", value)
    return value


@frozen(kw_only=True)
class Calibration:
    """A response model, with what its constants are and where they come from.

    A planning heuristic like the model itself: no set of constants here was measured on backs.

    Raises:
        InvalidValueError: A text that is missing, no source, or no model.
    """

    id: str = field(converter=_id)
    """The id: lower-case words with hyphens."""
    name: str = field(converter=_name)
    """What a table or a curve calls it."""
    summary: str = field(converter=_summary)
    """What it is and how far to trust it, in a sentence or two."""
    sources: tuple[SourceId, ...] = field(converter=_sources)
    """Keys of the sources, one or more; `D-JUDGE` where numbers are the project's own choice."""
    model: ResponseModel = field(converter=_model)
    """The model with these constants."""


CALIBRATIONS: Final = (
    Calibration(
        id="local-muscle",
        name="one muscle group",
        summary="Chosen by the project so that recovery takes two days and the window is the "
        "article's 5 to 8 days. Not an empirical finding.",
        sources=(SourceId("D-JUDGE"),),
        model=ResponseModel(k1=1, k2=2, tau1=9.5, tau2=2.25),
    ),
    Calibration(
        id="classic",
        name="classic",
        summary="The defaults of training software, as in the worked example of a calculator: "
        "the whole body, endurance.",
        sources=(SourceId("CALCULATORHUB"),),
        model=ResponseModel(k1=1, k2=2, tau1=42, tau2=7),
    ),
    Calibration(
        id="morton",
        name="Morton and Fitz-Clarke",
        summary="The example of two papers of 1990 and 1991, quoted from knowledge.",
        sources=(SourceId("MORTON-1990"), SourceId("FITZ-CLARKE-1991")),
        model=ResponseModel(k1=1, k2=2, tau1=45, tau2=15),
    ),
    Calibration(
        id="clarke-skiba",
        name="Clarke and Skiba",
        summary="A fit to cycling, from a paper that teaches the model.",
        sources=(SourceId("CLARKE-SKIBA-2013"),),
        model=ResponseModel(k1=0.18, k2=0.23, tau1=36, tau2=21),
    ),
    Calibration(
        id="goldencheetah",
        name="GoldenCheetah",
        summary="The time constants from which this program starts its own fits; the gains 1 and 2 "
        "are assumed here.",
        sources=(SourceId("GOLDENCHEETAH"), SourceId("D-JUDGE")),
        model=ResponseModel(k1=1, k2=2, tau1=50, tau2=11),
    ),
)
"""Every calibration the library names, the planner's first; all are planning heuristics."""


def calibration(id: str) -> Calibration:
    """Return a set of constants with where it comes from, by its id.

    Args:
        id: `local-muscle` (the planner's), `classic`, `morton`, `clarke-skiba`, `goldencheetah`.

    Returns:
        The calibration; its `model` is a planning heuristic, not a law of biology.

    Raises:
        InvalidValueError: No calibration has this id.

    Examples:
        >>> local = calibration("local-muscle")
        >>> local.sources
        ('D-JUDGE',)
        >>> f"{local.model.recovery_time * 24:.1f} hours, then {local.model.peak_time:.2f} days"
        '49.0 hours, then 6.29 days'
    """
    for found in CALIBRATIONS:
        if found.id == id:
            return found
    known = ", ".join(found.id for found in CALIBRATIONS)
    raise InvalidValueError.of("calibration", f"one of {known}", id)
