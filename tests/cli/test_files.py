"""What a command reads and writes is a file: neither a device nor a pipe is waited for, filled or replaced."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, refused


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and devices among its files")
@pytest.mark.parametrize("what", ["pipe", "/dev/zero", "/dev/full"])
def test_a_device_or_a_pipe_is_neither_read_nor_written_nor_replaced(
    place: str, person: str, command: Command, tmp_path: Path, what: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    path = tmp_path / what
    before = path.stat()
    for args in (
        ("import", "people", path, "--register", place),
        ("import", "cv", path, "--register", place, "--person", person),
        ("report", "annual", "--year", "2020", "--register", place, "--format", "pdf", "--out", path),
        ("export", "everything", "--register", place, "--to", "Arkivet", "--why", "Leverans", "--out", path),
        ("backup", "--register", place, "--to", path),
        ("restore", path, "--register", tmp_path / "new.jobbpunkt"),
        ("check", "--register", path),
    ):
        assert refused(command(*args)).endswith("is a device or a pipe, not a file. Choose the name of a file."), args
    assert path.stat() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make links")
def test_what_is_written_through_a_link_lands_at_its_end(place: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "there" / "year.json")
    report = ("report", "annual", "--year", "2020", "--register", place, "--out", tmp_path / "link.json")
    assert command(*report).code == command(*report).code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "there" / "year.json").read_bytes().startswith(b"{")
