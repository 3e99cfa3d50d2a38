"""Stories about the store, on both databases."""
