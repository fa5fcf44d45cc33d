"""A programme's shifts: who comes today, and the month."""
