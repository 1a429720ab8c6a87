"""Ids as types of their own, so that a checker sees that a text was meant as one."""

from __future__ import annotations

from typing import NewType

ExerciseId = NewType("ExerciseId", str)
"""The id of an entry that can stand in a session: exercise, variant, protocol, transition, rest."""
RoutineId = NewType("RoutineId", str)
"""The id of a routine."""
ConditionId = NewType("ConditionId", str)
"""The id of a condition rule."""
RedFlagId = NewType("RedFlagId", str)
"""The id of a warning sign."""
EquipmentId = NewType("EquipmentId", str)
"""The id of a piece of equipment."""
RegionId = NewType("RegionId", str)
"""The id of a body region."""
MuscleId = NewType("MuscleId", str)
"""The id of a muscle."""
TagId = NewType("TagId", str)
"""The id of a mechanical tag."""
SourceId = NewType("SourceId", str)
"""The key of a source."""
RuleId = NewType("RuleId", str)
"""The id of a planning rule, as findings name it."""
SessionId = NewType("SessionId", str)
"""The id of a session inside its plan: it stays when the session moves within its day."""
