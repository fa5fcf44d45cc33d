"""Organisations in the window: partners, employers and associations."""
