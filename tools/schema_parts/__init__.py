"""The parts of `tools/write_schemas.py`: from the model's classes to JSON Schema."""
