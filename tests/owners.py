"""PySide's book of who owns whom, compared with Qt's own: where they differ, what is seen may be called dead or freed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QCompleter
from shiboken6 import dump, getAllValidWrappers, isValid

OWNER = re.compile(r"^parent\.+ <.* at (0x[0-9a-f]+)>$", re.MULTILINE)


def wrongly_owned(root: QObject | None = None) -> Counter[str]:
    """Count what has an owner in PySide's book that it does not lie in, by kind; only inside `root`, if given."""
    known = {id(one): one for one in getAllValidWrappers() if isinstance(one, QObject) and isValid(one)}
    found: Counter[str] = Counter()
    for one in known.values():
        written = OWNER.search(dump(one))
        owner = known.get(int(written[1], 16)) if written else None
        above = list(_above(one))
        if owner is None or isinstance(owner, QCompleter):
            continue  # its list stands in nothing, and Qt deletes it with the completer
        if _holder(owner) not in above and (root is None or root in above):
            found[f"{type(one).__name__} is said to be owned by {type(owner).__name__}"] += 1
    return found


def _holder(owner: QObject) -> QObject | None:
    """Return the owner, or what a group of buttons lies in: the group owns them from the start, and goes with them."""
    return owner.parent() if isinstance(owner, QButtonGroup) else owner


def _above(one: QObject) -> Iterator[QObject]:
    above = one.parent()
    while above is not None:
        yield above
        above = above.parent()
