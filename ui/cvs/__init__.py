"""CVs and letters in the window: a person's list, and the editors with the paper itself beside."""
