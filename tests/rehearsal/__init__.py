"""The rehearsal: what it holds to be owed, what it notices, and that it comes to an end."""
