"""Everything that touches SQL; rows never leave it, values do."""
