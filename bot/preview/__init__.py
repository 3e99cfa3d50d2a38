"""A course as its learners see it, beside the file its author is writing."""
