"""Indicators, in the window."""
