"""Calendar files read by the programs that people have."""
