"""LINE: what comes in by webhook, what goes out by reply token or push."""
