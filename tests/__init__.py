"""Tests tell stories; they mirror the tree."""
