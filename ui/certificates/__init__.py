"""Certificates of work training in the window: what goes in, the paper, and the way into a CV."""
