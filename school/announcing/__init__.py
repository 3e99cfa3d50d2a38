"""Announcements: written, allowed, sent, watched, stopped, tried again, put right, and voted on."""
