"""Keeps None, True and False alive on Python 3.11, where Qt's bindings would otherwise use them up.

PySide6 6.12 is built against headers of Python 3.12, where these constants are immortal and returning one takes no
reference. On 3.11 each call that returns None from Qt therefore takes one reference too many away (seen: `None` falls by
exactly one per call), and after some thousand calls the interpreter aborts with "none_dealloc". Giving the constants more
references than any run can use up makes them immortal, as they are from 3.12 on.
"""

import ctypes
import sys

PLENTY = 1 << 60
CONSTANTS = (None, True, False, NotImplemented, Ellipsis)


def hold_constants() -> None:
    """Give the constants references enough; does nothing where they are immortal already."""
    if sys.version_info >= (3, 12) or hasattr(sys, "getobjects"):
        return
    for constant in CONSTANTS:
        if sys.getrefcount(constant) < PLENTY:
            # The reference count is the first field of every object.
            ctypes.c_ssize_t.from_address(id(constant)).value += PLENTY
