"""Documents: the same data gives the same bytes, and readers find the words in them."""
