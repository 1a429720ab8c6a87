"""The words of labels, purposes, severities and stop signs."""

from __future__ import annotations

from spinecare.model import ClaimLabel, Purpose, Severity

LABEL_WORDS = {
    ClaimLabel.SUPPORTED: "supported",
    ClaimLabel.PARTLY: "partly supported",
    ClaimLabel.TRADITIONAL_UNSUPPORTED: "traditional, unsupported",
    ClaimLabel.CONTRADICTED: "contradicted",
    ClaimLabel.NOT_TESTABLE: "cannot be tested",
}
"""How a claim stands against the evidence, after the word "evidence:"."""
PURPOSE_WORDS = {
    Purpose.OPENING: "Opening",
    Purpose.MAIN: "",
    Purpose.REST: "Rest",
    Purpose.CLOSING: "Closing",
    Purpose.WAY_UP: "Way up",
}
"""Why a step stands in a session; nothing for an exercise of a routine."""
SEVERITY_WORDS = {
    Severity.LEFT_OUT: "Left out",
    Severity.NOT_FITTED: "Found no place",
    Severity.CHANGED: "Changed",
    Severity.NOTE: "Good to know",
}
"""The heading over findings of a severity."""
STOP_LEAD = "Stop at once and get medical advice at any of these:"
"""What stands before the stop signs."""
