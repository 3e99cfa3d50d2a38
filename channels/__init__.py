"""The edges to the platforms."""
