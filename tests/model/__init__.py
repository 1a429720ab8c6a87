"""Tests of the model, one file for each module of it."""
