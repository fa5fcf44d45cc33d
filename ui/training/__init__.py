"""The training of a group in the window: the matrix of who can what, and what is trained."""
