"""The report of a year: its message, its figures beside those of the year before, and the parts that rooms tell."""
