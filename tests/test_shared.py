"""What several workers share is made by one of them and awaited by the others."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.shared import once


def test_the_first_makes_it_and_the_others_wait(tmp_path: Path) -> None:
    begun, made, go_on = threading.Event(), list[Path](), threading.Event()

    def make(folder: Path) -> str:
        made.append(folder)
        begun.set()
        go_on.wait(60)
        return "åäö"

    with ThreadPoolExecutor(2) as workers:
        first = workers.submit(once, tmp_path / "demo", make)
        begun.wait(60)
        second = workers.submit(once, tmp_path / "demo", make)
        assert not second.done()
        go_on.set()
        assert (first.result(), second.result()) == ("åäö", "åäö")
    assert made == [tmp_path / "demo"]


def test_what_one_could_not_make_the_others_do_not_wait_for(tmp_path: Path) -> None:
    def broken(folder: Path) -> str:
        raise LookupError("broken")

    with pytest.raises(LookupError, match="broken"):
        once(tmp_path / "demo", broken)
    with pytest.raises(RuntimeError, match="demo"):
        once(tmp_path / "demo", broken)
