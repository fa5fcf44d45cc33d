"""A day of work happens in the same window as the tests of the window."""

from tests.ui.conftest import context, program, settings, theme

__all__ = ["context", "program", "settings", "theme"]
