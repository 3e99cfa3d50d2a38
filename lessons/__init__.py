"""The heart: pure rules, and what the bot shows and says."""
