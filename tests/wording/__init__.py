"""Tests of the words and the outline that exports share."""
