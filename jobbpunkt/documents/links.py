"""What people type to be reached by, as addresses that may be followed; anything else stays text."""

import re
from urllib.parse import quote, urlsplit

_EMAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_PHONE = re.compile(r"\+?[\d\s()./-]{5,40}")
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
_SHORTENED = re.compile(r"^https?://(www\.)?|/$", re.IGNORECASE)
_LONGEST = 500
_AS_TYPED = "/%:@!$&()*+,;=~-._?"


def of_email(typed: str) -> str:
    """Return the `mailto:` address of what was typed as an e-mail address, or nothing."""
    return f"mailto:{typed.strip()}" if _EMAIL.fullmatch(typed.strip()) else ""


def of_phone(typed: str) -> str:
    """Return the `tel:` address of what was typed as a telephone number, or nothing; it is dialled as it was typed."""
    text = typed.strip().replace("(0)", "")
    if not _PHONE.fullmatch(text):
        return ""
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    plus = "+" if text.startswith("+") else ""
    return f"tel:{plus}{digits}" if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS else ""


def of_web(typed: str) -> str:
    """Return the web address of what was typed as one, with or without `https://`, or nothing."""
    text = typed.strip()
    full = text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}"
    if len(full) > _LONGEST or not full.isprintable() or re.search(r"[\s\\<>\"'`{}|^]", full):
        return ""
    try:
        parts = urlsplit(full)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    if "@" in parts.netloc or not _HOST.fullmatch(parts.hostname or ""):
        return ""
    asked = f"?{quote(parts.query, safe=_AS_TYPED)}" if parts.query else ""
    place = f"#{quote(parts.fragment, safe=_AS_TYPED)}" if parts.fragment else ""
    return f"{parts.scheme.lower()}://{host}{port}{quote(parts.path, safe=_AS_TYPED)}{asked}{place}"


def shown(typed: str) -> str:
    """Return a web address as people write it."""
    return _SHORTENED.sub("", typed.strip()) or typed.strip()
