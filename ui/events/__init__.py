"""Events in the window: livestreams, fairs, visits and activities at the meeting place."""
