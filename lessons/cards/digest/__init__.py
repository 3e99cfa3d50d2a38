"""Weekly digests: a learner's own, a section's for its manager, the office's."""
