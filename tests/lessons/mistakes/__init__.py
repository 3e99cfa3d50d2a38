"""Mistakes that authors make, each in an otherwise sound course."""
