"""The window: shows rows and collects commands; knows no table, no SQL and no key."""

import gc

from ui.immortal import hold_constants

hold_constants()
# What Qt owns must not be freed on a thread that reads: only the window's thread collects (`ui/collector.py`).
gc.disable()
