"""The training office in a rehearsal: what it does beside the lessons, and whether people got what they were owed."""
