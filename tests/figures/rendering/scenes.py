"""Scenes to draw: bodies bent by hand, nothing solved."""

from __future__ import annotations

from collections.abc import Mapping

from spinecare.figures.rendering import LIGHT, Theme, render
from spinecare.figures.scene import Arrow, ArrowKind, Badge, Crop, Prop, Scene, View
from spinecare.figures.skeleton import Skeleton

SIDE = View(azimuth_deg=0, elevation_deg=0)
FRONT = View(azimuth_deg=90, elevation_deg=0)
BACK = View(azimuth_deg=-90, elevation_deg=0)
TOP = View(azimuth_deg=0, elevation_deg=89.9)
HIGH = View(azimuth_deg=0, elevation_deg=50)
ASLANT = View(azimuth_deg=38, elevation_deg=16)

FLOOR = Prop(name="floor")
MAT = Prop(name="mat")


def both(**angles: float) -> dict[str, float]:
    """Return angles for both sides."""
    return {f"{side}_{name}": value for side in "RL" for name, value in angles.items()}


def body(angles: Mapping[str, float] | None = None, base: str = "stand") -> Skeleton:
    """Return a bent body."""
    return Skeleton.of(angles or {}, base)


STANDING = Skeleton.standing()
SUPINE = body({"ty": 0.075}, "supine")
PRONE = body({"ty": 0.07, "neck_flex": -30}, "prone")
SITTING = body({"ty": 0.31, **both(hip_flex=88, knee=88, sh_flex=20, elbow=40)})
BRIDGE = body(
    {"ty": 0.205, "pitch": 24, "neck_flex": 30, **both(hip_flex=-5, knee=100, sh_flex=-30)},
    "supine",
)
ALL_FOURS = body(
    {
        "ty": 0.33,
        "pitch": -90,
        "neck_flex": -10,
        **both(hip_flex=90, knee=90, sh_flex=85, wr_flex=-60, ankle=-40),
    }
)
KNEE_HUGGED = body(
    {"ty": 0.08, "R_hip_flex": 112, "R_knee": 125, **both(sh_flex=50, elbow=60)}, "supine"
)
OVER_THE_BALL = body(
    {
        "ty": 0.36,
        "pitch": -70,
        "lum_flex": 40,
        "tho_flex": 30,
        **both(hip_flex=75, knee=90, sh_flex=90, ankle=-40),
    }
)
ON_THE_SIDE = body(
    {"ty": 0.1, "lum_flex": 30, **both(hip_flex=100, knee=110, sh_flex=60, elbow=70)}, "side_R"
)
HANGING = body({"ty": 0.63, **both(sh_flex=175, elbow=10, sh_elev=20)})


def way(landmark: str, first: Skeleton, last: Skeleton) -> Arrow:
    """Return the arrow of a landmark from one body to another, every joint bent evenly."""
    path = [
        Skeleton(
            base=last.base,
            numbers=tuple(
                a + (b - a) * step / 8 for a, b in zip(first.numbers, last.numbers, strict=True)
            ),
        ).landmark(landmark)
        for step in range(9)
    ]
    return Arrow(path=tuple(path))


def straight(
    body: Skeleton, landmark: str, *, kind: ArrowKind = ArrowKind.MOTION, both_ways: bool = False
) -> Arrow:
    """Return an arrow upwards from a landmark."""
    x, y, z = body.landmark(landmark)
    path = ((x, y + 0.04, z), (x, y + 0.19, z))
    return Arrow(path=path, kind=kind, is_offset=False, is_both_ways=both_ways)


SCENES: dict[str, Scene] = {
    "standing, side": Scene(skeleton=STANDING, view=SIDE, props=(FLOOR,)),
    "standing, front": Scene(skeleton=STANDING, view=FRONT, props=(FLOOR,)),
    "standing, back": Scene(skeleton=STANDING, view=BACK, props=(FLOOR,)),
    "standing, aslant": Scene(skeleton=STANDING, view=ASLANT, props=(MAT,)),
    "supine": Scene(skeleton=SUPINE, view=SIDE, props=(MAT,)),
    "supine, from above": Scene(skeleton=SUPINE, view=TOP, props=(MAT,)),
    "prone": Scene(skeleton=PRONE, view=SIDE, props=(FLOOR,)),
    "knee hugged": Scene(
        skeleton=KNEE_HUGGED,
        view=SIDE,
        props=(FLOOR,),
        targets=("R_buttock", "waist_back"),
        arrows=(way("R_kneecap", SUPINE, KNEE_HUGGED),),
        badges=(Badge(letter="R", landmark="R_toetip"),),
        ghost=SUPINE,
        bounds=(SUPINE,),
    ),
    "bridge": Scene(
        skeleton=BRIDGE,
        view=SIDE,
        props=(FLOOR,),
        targets=("R_buttock", "R_hamstring"),
        arrows=(straight(BRIDGE, "pubis", both_ways=True),),
        ghost=SUPINE,
    ),
    "all fours": Scene(
        skeleton=ALL_FOURS,
        view=SIDE,
        props=(MAT,),
        targets=("waist_back",),
        arrows=(straight(ALL_FOURS, "tail", kind=ArrowKind.PUSH),),
    ),
    "sitting": Scene(skeleton=SITTING, view=SIDE, props=(FLOOR, Prop(name="chair"))),
    "sitting, aslant": Scene(skeleton=SITTING, view=ASLANT, props=(FLOOR, Prop(name="chair"))),
    "over the ball": Scene(
        skeleton=OVER_THE_BALL, view=SIDE, props=(FLOOR, Prop(name="ball", numbers=(0.12,)))
    ),
    "on the side": Scene(
        skeleton=ON_THE_SIDE,
        view=View(azimuth_deg=0, elevation_deg=62),
        props=(MAT, Prop(name="pillow", landmark="head")),
    ),
    "hanging": Scene(
        skeleton=HANGING,
        view=View(azimuth_deg=70, elevation_deg=9),
        props=(FLOOR, Prop(name="bar", numbers=(0.02, 1.28))),
        fists=("R", "L"),
    ),
    "weights": Scene(
        skeleton=body(both(sh_flex=90)),
        view=ASLANT,
        props=(FLOOR, Prop(name="dumbbells")),
        fists=("R", "L"),
    ),
    "in water": Scene(
        skeleton=body(both(sh_abd=60)), view=FRONT, props=(Prop(name="water", numbers=(0.7,)),)
    ),
    "towel": Scene(skeleton=SUPINE, view=TOP, props=(MAT, Prop(name="towel"))),
    "stairs and wall": Scene(
        skeleton=body({"R_hip_flex": 50, "R_knee": 60}),
        view=SIDE,
        props=(FLOOR, Prop(name="stairs"), Prop(name="wall", numbers=(0.7, 0.03))),
    ),
    "on the bed": Scene(
        skeleton=body({"ty": 0.32, "L_hip_flex": 110, "L_knee": 110}, "supine"),
        view=SIDE,
        props=(FLOOR, Prop(name="bed", numbers=(-0.6, 0.5, 0.27))),
    ),
    "neck": Scene(
        skeleton=body({"neck_lat": 33}),
        view=FRONT,
        crop=Crop.UPPER,
        arrows=(way("crown", body({"neck_lat": -33}), body({"neck_lat": 33})),),
        targets=("nape",),
    ),
    "push against the head": Scene(
        skeleton=STANDING,
        view=SIDE,
        crop=Crop.UPPER,
        arrows=(
            Arrow(
                path=((0.25, 0.95, 0.0), (0.11, 0.95, 0.0)),
                kind=ArrowKind.PUSH,
                is_offset=False,
                is_both_ways=True,
            ),
        ),
    ),
}


def drawn(name: str, theme: Theme = LIGHT, id_prefix: str = "f") -> str:
    """Return a scene of these as SVG."""
    return render(
        SCENES[name], theme=theme, id_prefix=id_prefix, title=name, description=f"Shows: {name}."
    )
