"""What of a JSON Resume document does not stand on the printed CV, and why: told to who prints it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from jobbpunkt.base.words import N_, Words

Path = tuple[str, ...]
# What is left out on purpose. All else that a document holds is printed, or has a name that the format does not know.
REASONS: Mapping[Path, str] = MappingProxyType(
    {
        ("basics", "image"): N_("the photo, which many employers ask to be spared"),
        ("$schema",): N_("what the file says of its format"),
        ("meta",): N_("what the file says of itself"),
    }
)
_NO_CONTENT = {("meta", "sectionOrder")}  # it orders what is printed
_NAMED = 6  # of one sentence


def left_out(resume: Mapping[str, Any], printed: str) -> tuple[Path, ...]:
    """Return the fields that hold something which is not in the text that is printed, each once; posts are not told apart."""
    found = (_shortened(path) for path, text in _leaves(resume, ()) if not _is_in(path, text, printed))
    return tuple(dict.fromkeys(path for path in found if path not in _NO_CONTENT))


def left_out_sentence(paths: tuple[Path, ...], words: Words) -> str:
    """Return the sentence that tells what is left out; empty when nothing is."""
    if not paths:
        return ""
    named = [words(REASONS[path]) if path in REASONS else ".".join(path)[:60] for path in paths[:_NAMED]]
    return words("Left out on paper: {fields}.", fields="; ".join([*named, *(["…"] if len(paths) > _NAMED else [])]))


def _is_in(path: Path, text: str, printed: str) -> bool:
    return path != ("basics", "image") and all(line.strip() in printed for line in text.split("\n"))


def _shortened(path: Path) -> Path:
    return path[:1] if path[:1] in REASONS and path not in _NO_CONTENT else path


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each text or number of a document, with the names that lead to it."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, str(name)))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _leaves(inner, path)
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
        yield path, str(value).strip()
