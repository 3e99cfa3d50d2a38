"""Questions in and out: between a course and the files of others."""
