"""Files that somebody else made, read in a process of their own that may do nothing else; `reading` is the way in."""
