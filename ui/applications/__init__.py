"""Job applications in the window: everybody's on a page, one person's on a tab."""
