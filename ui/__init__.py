"""The window: shows rows and collects commands; knows no table, no SQL and no key."""

from ui.immortal import hold_constants

hold_constants()
