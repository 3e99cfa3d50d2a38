"""The ground: settings, clock, logs."""
