"""Stories about the rules: days, pace, answers, progress, and what a course may look like."""
