"""What is measured, one file for each area. An area yields its entries for a filled register; a new area is one name here."""

from collections.abc import Iterator

from tests.bench.areas import (
    copies,
    field,
    figures,
    foreign,
    gate,
    lists,
    meetings,
    papers,
    people,
    rotation,
    screens,
    search,
    server,
    signing_in,
    starting,
    word,
    writing,
)
from tests.bench.entry import Entry
from tests.bench.stock import Bench

# Writing comes last: its bare rows are no history that a check would find whole.
AREAS = (
    *(lists, meetings, people, search, figures, screens, copies, papers, word, starting),
    *(signing_in, gate, rotation, foreign, server, field, writing),
)


def entries(bench: Bench, named: str = "") -> Iterator[Entry]:
    """Yield every entry, each made when it is its turn; those of one area alone when it is named."""
    for area in AREAS:
        if named in ("", area.__name__.rpartition(".")[2]):
            yield from area.entries(bench)
