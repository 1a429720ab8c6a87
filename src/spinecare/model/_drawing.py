"""How an exercise is drawn: frames of a body model, each a few short texts.

The texts are read, and the body posed by them, in `spinecare.figures`; the grammar of each field
stands there (docs: "Draw your own exercise").
"""

from __future__ import annotations

from attrs import field, frozen

from spinecare.errors import InvalidValueError
from spinecare.model._ids import ExerciseId
from spinecare.model._reading import is_a, members, not_blank, word


@frozen(kw_only=True)
class Frame:
    """One picture's body shape: what it is like, angles as hints, contacts as facts."""

    id: str = field(validator=word)
    """The name that phases give it: `start`, `effort`, `relax`."""
    like: str = field(default="", validator=is_a(str))
    """The posture or the earlier frame of the same drawing that it changes."""
    mirrors: str = field(default="", validator=is_a(str))
    """The frame that it is the mirror image of; then it says nothing else but arrows."""
    base: str = field(default="", validator=is_a(str))
    """How the pelvis lies: `stand`, `supine`, `prone`, `side_R`, `side_L`; else as in `like`."""
    hints: str = field(default="", validator=is_a(str))
    """Joint angles in degrees, roughly: `"R_hip_flex 118, R_knee 128, sh_flex 45!4"`."""
    on: str = field(default="", validator=is_a(str))
    """Landmarks that lie on what is below them: `"sacrum, occiput, knee +0.08"`."""
    at: str = field(default="", validator=is_a(str))
    """Landmarks that are somewhere: `"palm 0.36 f 0.15, pelvis 0 - 0"`."""
    touch: str = field(default="", validator=is_a(str))
    """Landmarks on landmarks: `"R_palm R_shin, L_palm R_shin 0 0.02 0"`."""
    toward: str = field(default="", validator=is_a(str))
    """Where a segment's axis points: `"pelvis x -1 0 0"`."""
    free: str = field(default="", validator=is_a(str))
    """Landmarks and segments whose contacts in `like` no longer hold: `"R_palm, pelvis"`."""
    props: tuple[str, ...] = field(default=(), validator=members(str))
    """Things in the picture beyond those of `like`: `"chair -0.10 1"`."""
    arrows: tuple[str, ...] = field(default=(), validator=members(str))
    """Few, two as a rule: `"move R_shin"`, `"go pelvis 0 1 0"`, `"push nose 1 0 0"`."""


@frozen(kw_only=True)
class Drawing:
    """How an exercise is drawn.

    Raises:
        InvalidValueError: No frame, or a field of another kind.
    """

    of: ExerciseId = field(validator=word)
    """The exercise."""
    view: str = field(default="side", validator=not_blank)
    """Where the viewer stands: a name, or azimuth and elevation in degrees: `"38 16"`."""
    crop: str = field(default="whole", validator=not_blank)
    """How much of the body: `whole`, or `upper` for neck work."""
    targets: str = field(default="", validator=is_a(str))
    """Landmarks at what is stretched or worked, at most two: `"waist_back"`."""
    badge: str = field(default="", validator=is_a(str))
    """The landmark that the letter of the side stands at, for what has a side: `"R_knee"`."""
    props: tuple[str, ...] = field(default=(), validator=members(str))
    """Things in every frame."""
    frames: tuple[Frame, ...] = field(validator=members(Frame))
    """The frames; one-sided work is shown on the right."""
    phases: tuple[str, ...] = field(default=(), validator=members(str))
    """The frame of each phase of the exercise, in order; it shows how the phase ends."""
    card: str = field(default="", validator=is_a(str))
    """The frame that stands for the whole; the first one that is not first, if none is named."""

    def __attrs_post_init__(self) -> None:
        """Refuse a drawing of nothing."""
        if not self.frames:
            raise InvalidValueError.of("frames", "at least one frame", self.frames)
