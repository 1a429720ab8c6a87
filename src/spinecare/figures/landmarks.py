"""The points of the body that a pose can speak of: joints, and places of the skin."""

from __future__ import annotations

from typing import Final

from spinecare.figures.body import SEGMENT_PLACE, Landmark, Vec

# name: segment, place in its frame, radius of the flesh around it; the right side's.
_AXIAL: Final[dict[str, tuple[str, Vec, float]]] = {
    "pelvis": ("pelvis", (0, 0, 0), 0),
    "sacrum": ("pelvis", (-0.058, 0.020, 0), 0),
    "tail": ("pelvis", (-0.052, -0.035, 0), 0),
    "belly": ("pelvis", (0.062, 0.045, 0), 0),
    "pubis": ("pelvis", (0.055, 0, 0), 0),
    "waist_back": ("lum2", (-0.026, 0, 0), 0),
    "waist": ("lum2", (0.070, 0, 0), 0),
    "mid_back": ("tho2", (-0.040, 0, 0), 0),
    "upper_back": ("tho3", (-0.040, -0.010, 0), 0),
    "chest": ("tho2", (0.085, 0.010, 0), 0),
    "nape": ("nec1", (-0.030, 0, 0), 0),
    "head": ("head", (0, 0.010, 0), 0.070),
    "occiput": ("head", (-0.060, 0.020, 0), 0),
    "forehead": ("head", (0.069, 0.034, 0), 0),
    "chin": ("head", (0.055, -0.050, 0), 0),
    "nose": ("head", (0.081, -0.004, 0), 0),
    "crown": ("head", (0.004, 0.088, 0), 0),
}
_RIGHT: Final[dict[str, tuple[str, Vec, float]]] = {
    "neck": ("nec1", (0, 0.010, 0.036), 0),
    "flank": ("lum3", (0.010, 0.020, 0.060), 0),
    "shoulder": ("uarm", (0, 0, 0), 0.034),
    "shoulder_top": ("clav", (-0.004, 0.018, 0.080), 0),
    "blade": ("tho3", (-0.044, -0.020, 0.055), 0),
    "elbow": ("fore", (0, 0, 0), 0.022),
    "wrist": ("hand", (0, 0, 0), 0.016),
    "palm": ("hand", (0, -0.042, -0.012), 0),
    "handback": ("hand", (0, -0.042, 0.012), 0),
    "grip": ("hand", (0.004, -0.036, -0.010), 0),
    "fingers": ("hand", (0, -0.090, 0), 0),
    "littlefinger": ("hand", (-0.019, -0.080, 0), 0),
    "hip": ("thigh", (0, 0, 0), 0.036),
    "hipside": ("pelvis", (0, 0, 0.090), 0),
    "buttock": ("pelvis", (-0.060, -0.030, 0.045), 0),
    "knee": ("shank", (0, 0, 0), 0.036),
    "kneecap": ("shank", (0.040, -0.010, 0), 0),
    "knee_inner": ("shank", (0, 0, -0.036), 0),
    "knee_outer": ("shank", (0, 0, 0.036), 0),
    "kneepit": ("shank", (-0.036, -0.012, 0), 0),
    "shin": ("shank", (0.032, -0.070, 0), 0),
    "calf": ("shank", (-0.047, -0.080, 0), 0),
    "midthigh": ("thigh", (0.052, -0.140, 0), 0),
    "hamstring": ("thigh", (-0.050, -0.170, 0), 0),
    "ankle": ("foot", (0, 0, 0), 0.022),
    "ankle_outer": ("foot", (0, 0, 0.023), 0),
    "heel": ("foot", (-0.024, -0.020, 0), 0.018),
    "heelback": ("foot", (-0.048, -0.012, 0), 0),
    "solemid": ("foot", (0.020, -0.038, 0), 0),
    "instep": ("foot", (0.045, 0.008, 0), 0),
    "ball": ("foot", (0.072, -0.026, 0), 0.011),
    "bigtoe": ("toes", (0.036, -0.003, -0.020), 0),
    "toetip": ("toes", (0.040, -0.003, 0), 0),
}


def _landmarks() -> dict[str, Landmark]:
    found = {
        name: Landmark(SEGMENT_PLACE[segment], local, radius)
        for name, (segment, local, radius) in _AXIAL.items()
    }
    for side, turned in (("R", 1.0), ("L", -1.0)):
        for name, (segment, (x, y, z), radius) in _RIGHT.items():
            place = SEGMENT_PLACE.get(f"{side}_{segment}", SEGMENT_PLACE.get(segment, 0))
            found[f"{side}_{name}"] = Landmark(place, (x, y, turned * z), radius)
    return found


LANDMARKS: Final = _landmarks()
"""The landmarks by name; what each side has comes with its side in front: `R_knee`."""
PAIRED_LANDMARKS: Final = frozenset(_RIGHT)
"""Names of landmarks that each side has, without the side."""
