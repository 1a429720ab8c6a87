"""Reading the short texts of a frame: hints, contacts, props, arrows, views; all faults at once.

Items stand between commas. A name without a side stands for both sides where the body has two, its
numbers mirrored: `"palm 0.36 f 0.15"` is the right palm at Z .15 and the left one at -.15.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from math import hypot
from typing import Final, TypeVar

from spinecare.errors import Fault
from spinecare.figures.body import JOINTS, PAIRED, PLACE, ROOT, SEGMENT_PLACE, Vec
from spinecare.figures.landmarks import LANDMARKS, PAIRED_LANDMARKS
from spinecare.figures.props import SHAPES
from spinecare.figures.scene import Crop, Prop, View
from spinecare.figures.shape import At, Contact, Hint, On, Touch, Toward

T = TypeVar("T")

VIEWS: Final = {
    "side": View(azimuth_deg=0, elevation_deg=0),
    "front": View(azimuth_deg=90, elevation_deg=0),
    "back": View(azimuth_deg=-90, elevation_deg=0),
    "top": View(azimuth_deg=0, elevation_deg=89.9),
    "high": View(azimuth_deg=0, elevation_deg=50),
    "behind": View(azimuth_deg=-22, elevation_deg=14),
    "before": View(azimuth_deg=38, elevation_deg=16),
}
"""The views that have a name; others are given as azimuth and elevation in degrees."""
_LIMITS: Final = {joint.name: (joint.low, joint.high) for joint in JOINTS}
_PAIRED_SEGMENTS: Final = frozenset(name[2:] for name in SEGMENT_PLACE if name[:2] == "R_")
_FAR: Final = 10
"""Body heights: farther away, or larger, nothing could be seen of the body."""
_AXES: Final = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}


class Reader:
    """Reads the texts of one frame and keeps what is wrong with them."""

    def __init__(self, file: str, path: str) -> None:
        """Remember where the frame stands.

        Args:
            file: The file, or the drawing's exercise.
            path: Where in it.
        """
        self.faults: list[Fault] = []
        self._file, self._path = file, path

    def hints(self, text: str) -> tuple[Hint, ...]:
        """Read `"R_hip_flex 118, knee 90!4"`."""
        return tuple(self._each("hints", text, self._hint))

    def on(self, text: str) -> tuple[Contact, ...]:
        """Read `"sacrum, knee +0.08"`."""
        return tuple(self._each("on", text, self._on))

    def at(self, text: str) -> tuple[Contact, ...]:
        """Read `"palm 0.36 f 0.15, pelvis 0 - 0"`; `-` is free, `f` on what is below."""
        return tuple(self._each("at", text, self._at))

    def touch(self, text: str) -> tuple[Contact, ...]:
        """Read `"R_palm R_shin, L_palm R_shin 0 0.02 0"`."""
        return tuple(self._each("touch", text, self._touch))

    def toward(self, text: str) -> tuple[Contact, ...]:
        """Read `"pelvis x -1 0 0"`."""
        return tuple(self._each("toward", text, self._toward))

    def free(self, text: str) -> tuple[str, ...]:
        """Read `"R_palm, pelvis"`: landmarks and segments."""
        return tuple(self._each("free", text, self._free))

    def landmarks(self, field: str, text: str) -> tuple[str, ...]:
        """Read a list of landmarks."""
        return tuple(self._each(field, text, self._landmark))

    def props(self, texts: Iterable[str]) -> tuple[Prop, ...]:
        """Read `"chair -0.10 1"`, `"pillow occiput"`."""
        return tuple(prop for text in texts for prop in self._each("props", text, self._prop))

    def view(self, text: str) -> View:
        """Read a view's name or its azimuth and elevation."""
        if text in VIEWS:
            return VIEWS[text]
        angles = numbers(text.split())
        if len(angles) != 2 or not -90 <= angles[1] <= 90:
            self.fault("view", f"must be one of {', '.join(VIEWS)}, or two angles", text, VIEWS)
            return VIEWS["side"]
        return View(azimuth_deg=angles[0], elevation_deg=max(-89.9, min(angles[1], 89.9)))

    def crop(self, text: str) -> Crop:
        """Read how much of the body is shown."""
        if text not in tuple(Crop):
            self.fault("crop", f"must be one of {', '.join(Crop)}", text, map(str, Crop))
            return Crop.WHOLE
        return Crop(text)

    def fault(self, field: str, expected: str, got: object, known: Iterable[str] = ()) -> None:
        """Keep a fault, with the nearest known name if there is one."""
        near = difflib.get_close_matches(str(got), list(known), 1)
        maybe = f"; maybe {near[0]!r}" if near else ""
        path = f"{self._path}.{field}"
        message = f"{field} {expected}, got {got!r}{maybe}"
        self.faults.append(Fault(file=self._file, path=path, message=message))

    def _each(
        self, field: str, text: str, read: Callable[[str, list[str]], Iterable[T]]
    ) -> Iterator[T]:
        for item in text.split(","):
            words = item.split()
            if words:
                yield from read(field, words)

    def _numbers(self, field: str, words: list[str], count: int) -> tuple[float, ...] | None:
        found = numbers(words)
        if len(found) != count:
            what = "a number" if count == 1 else f"{count} numbers"
            self.fault(field, f"needs {what} here", " ".join(words))
            return None
        return found

    def _sided(
        self, field: str, name: str, known: Iterable[str], paired: frozenset[str]
    ) -> list[str]:
        if name in paired:
            return [f"R_{name}", f"L_{name}"]
        if name in known:
            return [name]
        self.fault(field, "must name a part of the body", name, [*known, *paired])
        return []

    def _hint(self, field: str, words: list[str]) -> Iterator[Hint]:
        name, *rest = words
        value, mark, stiffness = " ".join(rest).partition("!")
        numbers = self._numbers(field, [value, stiffness] if mark else [value], 1 + len(mark))
        for joint in self._sided(field, name, PLACE, PAIRED):
            if numbers is None:
                return
            low, high = _LIMITS.get(joint, (-360.0, 360.0))
            if joint in ROOT[:3]:
                self.fault(field, "cannot give places; use `at`", joint)
            elif not low <= numbers[0] <= high:
                self.fault(field, f"{joint} must be from {low:g} to {high:g} degrees", numbers[0])
            elif mark and not 0 < numbers[1] <= 100:
                self.fault(field, "stiffness must be above 0 and at most 100", numbers[1])
            else:
                yield Hint(joint, *numbers)

    def _landmark(self, field: str, words: list[str]) -> Iterator[str]:
        if len(words) > 1:
            self.fault(field, "must be names with commas between", " ".join(words))
        yield from self._sided(field, words[0], LANDMARKS, PAIRED_LANDMARKS)

    def _free(self, field: str, words: list[str]) -> Iterator[str]:
        if len(words) == 1 and words[0] in SEGMENT_PLACE:
            yield words[0]
        elif len(words) == 1 and words[0] in _PAIRED_SEGMENTS:
            yield from (f"R_{words[0]}", f"L_{words[0]}")
        else:
            yield from self._landmark(field, words)

    def _on(self, field: str, words: list[str]) -> Iterator[On]:
        numbers = self._numbers(field, words[1:] or ["0"], 1)
        for name in self._sided(field, words[0], LANDMARKS, PAIRED_LANDMARKS):
            if numbers:
                yield On(name, numbers[0])

    def _at(self, field: str, words: list[str]) -> Iterator[At]:
        name, *rest = words
        is_on = len(rest) == 3 and rest[1] == "f"
        if len(rest) != 3:
            self.fault(field, "needs three places: x, y (or f, or -) and z", " ".join(words))
            return
        free = [axis for axis, word in enumerate(rest) if word == "-" or (axis == 1 and is_on)]
        if len(free) == 3 and not is_on:
            self.fault(field, "must fix at least one axis", " ".join(words))
            return
        numbers = self._numbers(
            field, ["0" if axis in free else w for axis, w in enumerate(rest)], 3
        )
        for landmark in self._sided(field, name, LANDMARKS, PAIRED_LANDMARKS):
            if numbers:
                x, y, z = (None if axis in free else value for axis, value in enumerate(numbers))
                if z is not None and landmark.startswith("L_") and name in PAIRED_LANDMARKS:
                    z = 0.0 - z
                yield At(landmark, (x, y, z), is_on)

    def _touch(self, field: str, words: list[str]) -> Iterator[Touch]:
        if len(words) < 2:
            self.fault(field, "needs two landmarks", " ".join(words))
            return
        numbers = self._numbers(field, words[2:] or ["0", "0", "0"], 3)
        own = self._sided(field, words[0], LANDMARKS, PAIRED_LANDMARKS)
        others = self._sided(field, words[1], LANDMARKS, PAIRED_LANDMARKS)
        if numbers is None or not own or not others:
            return
        x, y, z = numbers
        if words[0][:2] in ("R_", "L_") and len(others) == 2:
            others = [name for name in others if name[0] == words[0][0]]
        count = max(len(own), len(others))
        for place in range(count):
            landmark, other = own[min(place, len(own) - 1)], others[min(place, len(others) - 1)]
            yield Touch(landmark, other, (x, y, 0.0 - z if place else z))

    def _toward(self, field: str, words: list[str]) -> Iterator[Toward]:
        numbers = self._numbers(field, words[2:], 3)
        axis = words[1] if len(words) > 1 else ""
        own: Vec | None = _AXES.get(axis.removeprefix("-"))
        if own is None:
            self.fault(field, "needs an axis: x, y, z, -x, -y or -z", " ".join(words))
        sign = -1.0 if axis.startswith("-") else 1.0
        segments = self._sided(field, words[0], SEGMENT_PLACE, _PAIRED_SEGMENTS)
        length = hypot(*numbers) if numbers else 0.0
        if numbers and not length:
            self.fault(field, "needs a direction that is not nothing", " ".join(words))
        for segment in segments:
            if numbers and length and own:
                is_left = segment.startswith("L_") and words[0] in _PAIRED_SEGMENTS
                turned = -1.0 if is_left else 1.0
                yield Toward(
                    segment,
                    (sign * own[0] + 0.0, sign * own[1] + 0.0, turned * sign * own[2] + 0.0),
                    (
                        numbers[0] / length,
                        numbers[1] / length,
                        turned * numbers[2] / length + 0.0,
                    ),
                )

    def _prop(self, field: str, words: list[str]) -> Iterator[Prop]:
        name, *rest = words
        shape = SHAPES.get(name)
        if shape is None:
            self.fault(field, f"must be one of {', '.join(SHAPES)}", name, SHAPES)
            return
        landmark = ""
        if shape.is_at_landmark:
            landmark, *rest = rest or [""]
            if landmark not in LANDMARKS:
                self.fault(field, f"{name} must name the landmark it is at", landmark, LANDMARKS)
                return
        if len(rest) > len(shape.numbers):
            self.fault(field, f"{name} has {len(shape.numbers)} numbers", " ".join(words))
            return
        numbers = self._numbers(field, rest, len(rest))
        if numbers is not None and any(abs(number) > _FAR for number in numbers):
            self.fault(field, f"{name} must have numbers from -{_FAR} to {_FAR}", " ".join(words))
        elif numbers is not None:
            every = numbers + shape.defaults[len(numbers) :]
            yield Prop(name=name, numbers=every, landmark=landmark)


def numbers(words: list[str]) -> tuple[float, ...]:
    """Return what words say as numbers; none if one of them is no number, or beyond all measure."""
    try:
        found = tuple(float(word) for word in words)
    except ValueError:
        return ()
    return found if all(abs(number) < 1e4 for number in found) else ()
