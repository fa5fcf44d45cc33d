"""The tables of speed in the documents are those that were printed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench import written
from tests.bench.entry import Result
from tests.bench.table import as_json, grown, growth, printed

RESULTS = [Result("Save", 1_000, 2.0, "bare", 1.0, 3.0), Result("Save", 10_000, 4.0, "bare", 1.0, 3.0)]


def test_the_readme_has_the_table_of_growth_that_stands_beside_the_bounds() -> None:
    readme, speed = (path.read_text(encoding="utf-8") for path in (written.README, written.SPEED))
    table = written.between(readme, written.GROWTH)
    assert table == written.between(speed, written.GROWTH)
    assert table.count("\n") > 10
    for line in table.splitlines()[2:]:  # and all of it stands in the other table, with its floor
        assert line.split("|")[1].strip() in written.between(speed, written.WHOLE)


def test_a_run_puts_its_tables_between_the_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, speed, readme = (tmp_path / name for name in ("bench.json", "speed.md", "README.md"))
    empty = "<!-- bench: {} -->\nold\n<!-- end -->\n"
    speed.write_text(f"before\n{empty.format('growth')}between\n{empty.format('measured')}after\n", encoding="utf-8")
    readme.write_text(f"before\n{empty.format('growth')}after\n", encoding="utf-8")
    results = [*RESULTS, *growth(RESULTS)]
    kept.write_text(json.dumps(as_json(results)), encoding="utf-8")
    monkeypatch.setattr(written, "SPEED", speed)
    monkeypatch.setattr(written, "README", readme)
    for _ in range(2):
        written.write(kept)
    text = speed.read_text(encoding="utf-8")
    assert written.between(text, "growth") == grown(RESULTS) == written.between(readme.read_text(encoding="utf-8"), "growth")
    assert written.between(text, "measured") == printed(results)
    assert "old" not in text
    assert [line for line in text.splitlines() if line in {"before", "between", "after"}] == ["before", "between", "after"]


def test_a_run_of_one_thing_leaves_the_rows_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, speed, readme = (tmp_path / name for name in ("bench.json", "speed.md", "README.md"))
    before = [*RESULTS, *growth(RESULTS)]
    speed.write_text(f"<!-- bench: growth -->\n<!-- end -->\n<!-- bench: measured -->\n{printed(before)}\n<!-- end -->\n")
    readme.write_text("<!-- bench: growth -->\n<!-- end -->\n")
    monkeypatch.setattr(written, "SPEED", speed)
    monkeypatch.setattr(written, "README", readme)
    fresh = [Result("Load", 1_000, 1.5, "bare", 1.0, 2.0), Result("Load", 10_000, 3.0, "bare", 1.0, 2.0)]
    again = Result("Load", 1_000, 0.0, "not asked for", 1.0, 2.0)
    kept.write_text(json.dumps(as_json([*fresh, replace(again, name="Other")])), encoding="utf-8")
    for _ in range(2):
        written.write(kept, "Load")
    assert written.between(speed.read_text(), "measured") == printed([before[0], fresh[0], before[1], fresh[1], before[2]])
    assert written.between(readme.read_text(), "growth") == grown([*RESULTS, *fresh])


def test_a_size_at_which_little_was_measured_is_no_column_that_is_nearly_empty() -> None:
    large = replace(RESULTS[0], people=100_000)
    assert "100 000 people" in grown([*RESULTS, large])
    others = [replace(one, name=name) for name in ("Load", "Find") for one in RESULTS]
    assert "100 000 people" not in grown([*RESULTS, *others, large])
