"""The planner's days are those of the calibration it names; it may not import the model itself."""

from __future__ import annotations

from spinecare.catalogue import load_catalogue
from spinecare.model import Span
from spinecare.planning.objective import BEST_GAP_H
from spinecare.response import calibration

LOCAL = calibration("local-muscle").model


def test_the_ideal_gap_of_the_planner_is_the_time_of_the_peak() -> None:
    """To the hour: 151 hours, 6.29 days."""
    assert round(24 * LOCAL.peak_time) == BEST_GAP_H


def test_the_window_of_the_pull_ups_is_where_most_of_the_peak_holds() -> None:
    """The article's 5 to 8 days are the 95 % window, to whole days."""
    routines = load_catalogue().routines
    (given,) = {found.cadence.window_days for found in routines if found.cadence.window_days}

    window = LOCAL.window(0.95)

    assert window.high is not None
    assert given == Span(low=round(window.low), high=round(window.high))
