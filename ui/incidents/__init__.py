"""What was seen in the areas week by week, in the window."""
