"""The sentences of the source; `python -m tests.sentences` adds those that a catalogue of paper still lacks, to be filled in."""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from jobbpunkt.documents.labels import SAID_ON_PAPER
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SOURCE, SWEDISH
from resources import compile as catalogues

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("ui", "jobbpunkt", "models")
Keywords = dict[str, tuple[int, ...] | None]
SPOKEN: Keywords = {**dict.fromkeys(("words", "_words", "N_")), "plural": (1, 2)}
KEYWORDS: Keywords = {
    **SPOKEN,
    **dict.fromkeys(("UserError", "InvalidInput", "NotAllowed", "NotFound", "SignedOut", "Stale", "Column", "Aside")),
}
SPOKEN_ON_PAPER: Keywords = {**SPOKEN, "text": None}  # elsewhere `text` is SQL
# What draws a paper, and in each feature what makes the data of one.
PAPER = (
    "documents/**.py",
    "people/names.py",
    "**/paper.py",
    "**/on_paper.py",
    "**/list_on_paper.py",
    "coaching/papers.py",
    "reports/papers.py",
)
# What is said in the window about papers.
NOT_PAPER = ("documents/left_out.py", "documents/missing.py", "documents/wanting.py")
Sentence = str | tuple[str, str]


def in_source() -> Iterator[tuple[str, str]]:
    """Yield each sentence of the source (of a plural, the singular) and where it stands."""
    for folder in FOLDERS:
        for message, place in _extracted(folder, ("**.py",), KEYWORDS):
            yield _key(message), place
    for message, place in _extracted("jobbpunkt", PAPER, {"text": None}):
        yield _key(message), place


def on_paper() -> dict[Sentence, str]:
    """Return each sentence that papers say (a plural with both its forms), and where it stands."""
    found = dict(_extracted("jobbpunkt", PAPER, SPOKEN_ON_PAPER, NOT_PAPER))
    labels: dict[Sentence, str] = {
        member.label: f"models/vocabulary: {choice.__name__}" for choice in SAID_ON_PAPER for member in choice
    }
    return {**labels, **found}


def in_paper_catalogue(language: str) -> set[str]:
    """Return the sentences for which a language of paper has words."""
    return {_key(message.id) for message in catalogues.read(catalogues.paper_file(language), language)}


def lacking(language: str) -> list[Sentence]:
    """Return the sentences of papers for which a language has no words."""
    known = in_paper_catalogue(language)
    return [sentence for sentence in on_paper() if _key(sentence) not in known]


def _extracted(
    folder: str, files: tuple[str, ...], keywords: Keywords, ignored: tuple[str, ...] = ()
) -> Iterator[tuple[Sentence, str]]:
    methods = [*((file, "ignore") for file in ignored), *((file, "python") for file in files)]
    for file, line, message, _, _ in extract_from_dir(ROOT / folder, methods, keywords=keywords):
        yield (message if isinstance(message, str) else (message[0], message[1])), f"{folder}/{file}:{line}"


def _key(sentence: object) -> str:
    return sentence if isinstance(sentence, str) else str(sentence[0])  # type: ignore[index]


def main() -> int:
    """Write the sentences that each catalogue of paper lacks at its end, with where each stands, and say how many."""
    places = on_paper()
    for language in sorted(PAPER_LANGUAGES.keys() - {SOURCE, SWEDISH}):
        missing = Catalog(locale=language)
        for sentence in lacking(language):
            missing.add(sentence, auto_comments=[places[sentence].partition(":")[0]])
        entries = BytesIO()
        write_po(entries, missing, omit_header=True, width=0)
        file = catalogues.paper_file(language)
        if len(missing):
            file.write_bytes(file.read_bytes().rstrip() + b"\n\n" + entries.getvalue().strip() + b"\n")
        sys.stdout.write(f"{language}: {len(missing)} to fill in, at the end of {file.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
