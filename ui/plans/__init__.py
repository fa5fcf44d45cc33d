"""Plans in the window: the list, the editor with the paper beside it, and a person's plans."""
