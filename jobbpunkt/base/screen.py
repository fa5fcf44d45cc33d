"""Whether there is a screen to open a window on."""

import os
import sys

from jobbpunkt.base.errors import UserError


def has_screen() -> bool:
    """Tell whether a window can be shown: on Linux only where a display is named."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def demand_screen() -> None:
    """Refuse in one sentence where there is no screen."""
    if not has_screen():
        raise UserError("There is no screen to open a window on. Use the commands instead: jobbpunkt --help.")
