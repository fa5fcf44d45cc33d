"""What is measured in the window is measured in the one that the tests of the window use."""

from tests.ui.conftest import context, settings, theme

__all__ = ["context", "settings", "theme"]
