"""The best schedule of a week: held against a referee, against every schedule, and by hand."""
