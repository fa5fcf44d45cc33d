"""Each long proof, done a few times; and the table in the docs is the one that is run."""

import pytest

from tests.rules.tree import ROOT
from tests.trust import updates
from tests.trust.row import Row
from tests.trust.table import ROWS
from tests.trust.written import numbers


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_it_holds(row: Row) -> None:
    row.run(row.short)


def test_no_edit_is_lost(postgres_place: str) -> None:
    assert "0 lost" in updates.edited(postgres_place, 16)


def test_the_docs_have_every_row() -> None:
    written = numbers((ROOT / "docs" / "trust.md").read_text(encoding="utf-8"))
    assert set(written) == {row.key for row in ROWS}
