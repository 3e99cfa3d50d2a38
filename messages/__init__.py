"""What is said and done, in no platform's words."""
