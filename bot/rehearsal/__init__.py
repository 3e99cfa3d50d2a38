"""A whole cohort, lived through in advance: the real bot, the sandbox's platforms, simulated learners, one clock."""
