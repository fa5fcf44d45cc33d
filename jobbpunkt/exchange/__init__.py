"""Everything out in open formats, and people in from lists."""
