"""Hours as supervisors type and read them: 2, 2,5, 2:30, 150 min."""

import re

_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
_MINUTES = re.compile(r"(\d{1,3}) ?m(?:in)?")
_HOURS = re.compile(r"(\d{1,2})(?:,(\d{1,2})|\.(\d))?(?: ?(?:h|tim|t))?")


def read(typed: str) -> int:
    """Return the minutes meant by 2, 2,5, 2:30 or 45 min; ValueError for anything else. With two figures a dot is a clock's."""
    said = " ".join(typed.casefold().split())
    if found := _MINUTES.fullmatch(said):
        return int(found[1])
    if found := _CLOCK.fullmatch(said):
        if int(found[2]) > 59:
            raise ValueError(typed)
        return int(found[1]) * 60 + int(found[2])
    if found := _HOURS.fullmatch(said):
        part = (found[2] or found[3] or "0").ljust(2, "0")
        return round((int(found[1]) * 100 + int(part)) * 60 / 100)
    raise ValueError(typed)


def decimals(minutes: int) -> int:
    """Return how many decimals the hours of so many minutes need to be told exactly, at most two."""
    return 0 if minutes % 60 == 0 else 1 if minutes % 6 == 0 else 2


def typed(minutes: int) -> str:
    """Return minutes as one would type them as hours, so that `read` gives them back: 2, 2,5 or 2:20."""
    whole, rest = divmod(minutes, 60)
    if rest == 0:
        return str(whole)
    return f"{whole},{rest // 6}" if rest % 6 == 0 else f"{whole}:{rest:02}"
