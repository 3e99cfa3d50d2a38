"""The verbs of the house: plain synchronous functions over one unit of work."""
