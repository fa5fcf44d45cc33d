"""CVs and letters in the window: a person's papers, and the editors with the paper itself beside."""
