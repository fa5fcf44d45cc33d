"""The window: shows rows and collects commands; knows no table, no SQL and no key."""

import gc

from ui.immortal import hold_constants

hold_constants()
# Starting makes some hundred thousand objects and no garbage; looking for it after every 700 costs a fifth of the start.
gc.set_threshold(200_000, 10, 10)
