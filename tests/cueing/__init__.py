"""Tests of sessions as timed cues."""
