"""What paper and page say of a plan."""
