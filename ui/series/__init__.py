"""Series of events, in the window."""
