"""How fast the bot is on this machine, held against what the machine could do at best, in the same run."""
