"""What a course can be without being broken: hard to read, easy to guess, out of date. Pure rules, and their words."""
