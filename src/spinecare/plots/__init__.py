"""Plots of plans and of the response model: SVG made by the library, nothing more needed.

Each is a `Figure`: a notebook shows it, `png` turns it into pixels, and its description tells the
same numbers in words. It brings its own ground and colours, light or dark as the reader's screen
asks for; what is told by a colour is told by a pattern and a word too.
"""

from __future__ import annotations

from spinecare.plots.load import plot_load
from spinecare.plots.minutes import plot_minutes
from spinecare.plots.pain import plot_pain
from spinecare.plots.response import plot_response

__all__ = ["plot_load", "plot_minutes", "plot_pain", "plot_response"]
