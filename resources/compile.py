"""Merges the Swedish of every noun into one catalogue: `python -m resources.compile`."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import resources

LANGUAGE = "sv"
DOMAIN = "jobbpunkt"


def po_files(language: str = LANGUAGE) -> list[Path]:
    """Return the files that hold a language's words, one per noun."""
    return sorted(resources.path("locale", language).glob("*.po"))


def read(file: Path, language: str = LANGUAGE) -> list[Message]:
    """Return the messages of one file, without its header."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=language, abort_invalid=True)
    return [message for message in catalogue if message.id]


def merge(files: list[Path], language: str = LANGUAGE) -> tuple[Catalog, list[str]]:
    """Return one catalogue of all files, and one sentence for each thing that is wrong with them."""
    whole = Catalog(locale=language, domain=DOMAIN)
    wrong: list[str] = []
    home: dict[str, str] = {}
    for file in files:
        for message in read(file, language):
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key in home:
                wrong.append(f"{key!r} stands in {home[key]} and in {file.name}")
            home[key] = file.name
            wrong += [f"{file.name}: {key!r} {fault}" for fault in _faults(message)]
            whole.add(message.id, message.string)
    return whole, wrong


def _faults(message: Message) -> list[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    faults = ["is not translated"] if not all(strings) else []
    return [*faults, "is marked fuzzy"] if message.fuzzy else faults


def main() -> int:
    """Write the catalogue; on faults, say them and leave the old one."""
    catalogue, wrong = merge(po_files())
    for sentence in wrong:
        sys.stderr.write(sentence + "\n")
    if wrong:
        return 1
    target = resources.path("locale", LANGUAGE, "LC_MESSAGES", f"{DOMAIN}.mo")
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_suffix(".new")
    with new.open("wb") as stream:
        write_mo(stream, catalogue)
    # Somebody may be reading the old one.
    new.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
