"""Ending an enrolment on one page: why, what it led to, what stands open, and when to ask again."""
