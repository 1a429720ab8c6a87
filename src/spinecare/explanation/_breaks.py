"""Why breaks from sitting stand on a day."""

from __future__ import annotations

from collections.abc import Iterator

from spinecare.explanation._due import cadence_sources, rhythm
from spinecare.explanation._saying import Said, Telling
from spinecare.model import CadenceKind, Day, Routine


def breaks(routine: Routine, day: Day) -> Iterator[Telling]:
    """Yield how many breaks a day holds, and when, where a routine of breaks asks for them."""
    if routine.cadence.kind is not CadenceKind.HOURLY or not day.desk_breaks:
        return
    said = Said()
    number = said.count("breaks_n", len(day.desk_breaks), "break")
    first, last = day.desk_breaks[0].start, day.desk_breaks[-1].start
    minutes = sorted({item.minutes for item in day.desk_breaks})
    length = said.span("break_min", minutes[0], minutes[-1])
    yield Telling(
        rule="cadence",
        about=(routine.id,),
        at=day,
        text=f"{number} from sitting of {length} minutes, {first:%H:%M} to {last:%H:%M}; they are "
        f"to come {rhythm(routine, said)}.",
        said=said,
        sources=cadence_sources(routine),
    )
