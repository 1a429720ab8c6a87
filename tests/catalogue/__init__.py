"""Tests of the catalogue: its loader and its data."""
