"""Typed poses, routines and weekly plans for sore backs."""
