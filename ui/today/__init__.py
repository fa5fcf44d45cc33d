"""Today in the window: what a coach sees first."""
