"""The planner from inside: one part, one behaviour at a time."""
