"""Random hands at the real window, for as long as one likes: what no test thought of must not end the program."""
