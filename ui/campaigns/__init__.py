"""Campaigns in the window: the list of them, and one with its tabs."""
