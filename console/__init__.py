"""Pages in a browser: the door a learner walks through to join."""
