"""Oversight: who looked at what of whom, who got in, and what of that concerns oneself; never what was written there."""
