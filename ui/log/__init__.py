"""The log: who did what kind of thing when, for administrators."""
