"""What may stand in no file: machine paths, index addresses, real identity numbers; and that README's map is true."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tests.rules.tree import ROOT

IDENTITY = ROOT / "tests" / "data" / "identity"
# Long lists of hashes and of the official numbers themselves.
LISTS = ("requirements.lock", "tests/data/identity/testpersonnummer_alla.txt", "tests/data/identity/testsamordningsnummer.csv")

# One letter stands in brackets so that the patterns do not find themselves.
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home/[a-z]|Users/[A-Za-z]|[r]oot/|[w]ork/|[t]mp/\w+/|[m]nt/|[o]pt/(?!homebrew))")
INDEX_ADDRESS = re.compile(
    r"py[p]i\.|python[h]osted|https?://\S+/[s]imple\b|--(?:extra-)?[i]ndex-url|--[f]ind-links", re.IGNORECASE
)
IDENTITY_NUMBER = re.compile(r"(?<![\w.+-])(?P<century>\d\d)?(?P<day>\d{6})[-+\u2013\u2212 ]?(?P<rest>\d{4})(?![\w-])")
# The telephone numbers that the Swedish telecom agency keeps free for drama look like short identity numbers.
DRAMA_TELEPHONE = re.compile(r"07017406\d\d")


def machine_paths(texts: Mapping[str, str]) -> list[str]:
    """Return each place that names a folder of somebody's machine."""
    return list(_places(texts, MACHINE_PATH))


def index_addresses(texts: Mapping[str, str]) -> list[str]:
    """Return each place that says where packages are fetched from."""
    return list(_places(texts, INDEX_ADDRESS))


def _places(texts: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[str]:
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if found := pattern.search(line):
                yield f"{path}:{number} {found[0]}"


def official_test_numbers() -> frozenset[str]:
    """Return the twelve digits of every number that Skatteverket publishes for tests."""
    persons = (IDENTITY / "testpersonnummer_alla.txt").read_text(encoding="ascii").split()
    with (IDENTITY / "testsamordningsnummer.csv").open(encoding="utf-8", newline="") as file:
        return frozenset([*persons, *(row["samordningsnummer_12"] for row in csv.DictReader(file))])


def real_identity_numbers(texts: Mapping[str, str], official: Iterable[str]) -> list[str]:
    """Return each place with a number that could belong to a living person: valid, and not in the official list."""
    known = set(official)
    short = {number[2:] for number in known}
    places: list[str] = []
    for path, text in texts.items():
        if path not in LISTS:
            places += [f"{path}: {number}" for number in _valid_numbers(text) if number not in known and number not in short]
    return places


def _valid_numbers(text: str) -> Iterator[str]:
    for found in IDENTITY_NUMBER.finditer(text):
        century, digits = found["century"], found["day"] + found["rest"]
        if century in {None, "18", "19", "20"} and is_valid(digits, century or "20") and not DRAMA_TELEPHONE.fullmatch(digits):
            yield (century or "") + digits


def is_valid(digits: str, century: str) -> bool:
    """Tell whether ten digits are a day, or a day plus 60, with a right check digit."""
    day = int(digits[4:6])
    try:
        date(int(century + digits[:2]), int(digits[2:4]), day - 60 if day > 60 else day)
    except ValueError:
        return False
    return _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def mapped_names(readme: str) -> set[str]:
    """Return the top-level names that the map in README lists: unindented lines of the code block below "Map"."""
    block = re.search(r"^## [^\n]*[Mm]ap[^\n]*\n.*?```\w*\n(.*?)```", readme, re.DOTALL | re.MULTILINE)
    lines = block[1].splitlines() if block else []
    return {line.split()[0].rstrip("/") for line in lines if line and not line[0].isspace()}
