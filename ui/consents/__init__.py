"""Consents in the window: a person's own, shown only to who may know of them, and the text that they are given upon."""
