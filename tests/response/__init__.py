"""Tests of the response model: tables, laws, digits, refusals."""
