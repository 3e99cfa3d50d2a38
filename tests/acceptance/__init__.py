"""Whole stories: the real bot over real HTTP, with the sandbox on the other side."""
