"""The fitness-fatigue response: when one has recovered, when one is at the best, and for how long.

A planning heuristic, not a law of biology: a session leaves a lasting gain and a shorter fatigue,
and their difference dips, returns and peaks. Two decaying exponentials describe training better
than the picture of "deplete, recover, overshoot", and neither is how tissue works
(CHIU-BARNES-2003, TAHA-THOMAS-2003).

The planner's spacing is a rule that this model illustrates, not an optimum that it finds: of the
model's own accord more sessions are always better (`ResponseModel.steady_state`), because recovery
of tissue is not in it.
"""

from __future__ import annotations

from spinecare.response._calibrations import CALIBRATIONS, LABEL, Calibration, calibration
from spinecare.response._model import ResponseModel
from spinecare.response._sessions import ResponsePoint

__all__ = [
    "CALIBRATIONS",
    "LABEL",
    "Calibration",
    "ResponseModel",
    "ResponsePoint",
    "calibration",
]
