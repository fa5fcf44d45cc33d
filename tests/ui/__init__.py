"""The window, with real widgets on an offscreen screen."""
