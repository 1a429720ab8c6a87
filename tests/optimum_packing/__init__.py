"""The piece of a routine that a session takes: held against all there are, its laws, by hand."""
