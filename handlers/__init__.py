"""Conversations: one act of one person in, one answer out."""
