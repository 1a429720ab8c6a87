"""Tests of spinecare."""
