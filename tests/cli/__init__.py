"""The command line, called as a person would call it."""
