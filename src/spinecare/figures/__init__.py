"""Pictures of exercises, computed from a body model: no picture is drawn by hand."""
