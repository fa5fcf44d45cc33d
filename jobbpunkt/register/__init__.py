"""The thing one opens: its keys, its history, its rights, its index, and the unit of work; it knows no feature."""
