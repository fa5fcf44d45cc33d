"""Promises in the window: all that a person and others have said they will do."""
