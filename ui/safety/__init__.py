"""Safety at work in the window: introductions, chemicals and keys."""
