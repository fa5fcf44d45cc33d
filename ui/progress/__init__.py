"""Progress towards work in the window: what is asked of the participant and of the coach, and what they answered."""
