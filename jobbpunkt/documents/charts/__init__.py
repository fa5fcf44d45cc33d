"""Charts, drawn once: on the pages of a paper and in the window, each of which is a surface that lines and words are put on."""
