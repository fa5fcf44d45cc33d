"""Makes one catalogue of every noun's Swedish, and one for each language of paper: `python -m resources.compile`."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import resources

LANGUAGE = "sv"
DOMAIN = "jobbpunkt"
PAPER = "paper"


def po_files(language: str = LANGUAGE) -> list[Path]:
    """Return the files that hold a language's words, one per noun, the words of paper last."""
    return sorted(resources.path("locale", language).glob("*.po"), key=lambda file: (file.stem == PAPER, file.name))


def paper_file(language: str) -> Path:
    """Return the file that holds what papers say in a language."""
    return resources.path("locale", language, f"{PAPER}.po")


def paper_languages() -> list[str]:
    """Return the languages that have a catalogue of paper."""
    return sorted(file.parent.name for file in resources.path("locale").glob(f"*/{PAPER}.po"))


def read(file: Path, language: str = LANGUAGE) -> list[Message]:
    """Return the messages of one file, without its header."""
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=language, abort_invalid=True)
    return [message for message in catalogue if message.id]


def merge(files: list[Path], language: str = LANGUAGE, domain: str = DOMAIN) -> tuple[Catalog, list[str]]:
    """Return one catalogue of all files, and one sentence for each thing that is wrong with them."""
    whole = Catalog(locale=language, domain=domain)
    wrong: list[str] = []
    home: dict[str, str] = {}
    for file in files:
        for message in read(file, language):
            key = message.id if isinstance(message.id, str) else message.id[0]
            key = f"{message.context}: {key}" if message.context else key
            if key in home and file.stem == PAPER:
                continue  # a paper may say otherwise what the window says
            if key in home:
                wrong.append(f"{key!r} stands in {home[key]} and in {file.name}")
            home[key] = file.name
            wrong += [f"{file.name}: {key!r} {fault}" for fault in _faults(message)]
            whole.add(message.id, message.string, context=message.context)
    return whole, wrong


def _faults(message: Message) -> list[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    faults = ["is not translated"] if not all(strings) else []
    return [*faults, "is marked fuzzy"] if message.fuzzy else faults


def main() -> int:
    """Write the catalogues; on faults, say them and leave the old one."""
    done = [_write(po_files(), LANGUAGE, DOMAIN)]
    done += [_write([paper_file(language)], language, PAPER) for language in paper_languages()]
    return int(not all(done))


def _write(files: list[Path], language: str, domain: str) -> bool:
    catalogue, wrong = merge(files, language, domain)
    for sentence in wrong:
        sys.stderr.write(f"{language}: {sentence}\n")
    if wrong:
        return False
    target = resources.path("locale", language, "LC_MESSAGES", f"{domain}.mo")
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_suffix(".new")
    with new.open("wb") as stream:
        write_mo(stream, catalogue)
    # Somebody may be reading the old one.
    new.replace(target)
    return True


if __name__ == "__main__":
    sys.exit(main())
