"""A course as its author writes it: a manifest, and one Markdown file a lesson. Read with every fault's place."""
