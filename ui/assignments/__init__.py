"""Residents employed, in the window."""
