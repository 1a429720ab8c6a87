"""Tests of plans that follow the journal."""
