"""What a browser may ask of the bot: pages for one person, behind a link that works for a short while."""
