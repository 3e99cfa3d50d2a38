"""Values in, Message out: the only place that knows layout and wording."""
