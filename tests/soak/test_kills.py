"""Some kills while one types, in forms as unlike one another as there are; and what must turn such a kill red does."""

import os
import threading
import time
from math import inf
from pathlib import Path
from random import Random

from tests.registers import Template
from tests.soak.drafted import ADMIN, SCENES
from tests.soak.killing import Sitting, queued, run, sittings
from tests.soak.kills import Kill, Press, chosen, faults_of, told

# After the second that is promised, so that a journal which lags further behind has nothing yet of the first key.
AFTER, AT_LAST = 1.3, 2.3
UNLIKE = ("note", "health plan", "CV")


def test_what_is_typed_is_there_after_a_kill(tmp_path: Path, sqlite_demo_template: Template) -> None:
    kills = list(run(sqlite_demo_template, tmp_path / "kills", UNLIKE, Random(), shortest=AFTER, longest=AT_LAST))
    assert [kill.scene for kill in kills] == list(UNLIKE)
    assert [fault for kill in kills for fault in faults_of(kill)] == [], told(kills)


def test_each_form_is_killed_once_before_any_is_killed_twice() -> None:
    assert sorted(chosen(len(SCENES), Random(1))) == sorted(SCENES)
    assert len(chosen(100, Random(1))) == 100
    assert set(chosen(9, Random(1), ["note", "CV"])) == {"note", "CV"}


def test_each_kill_is_looked_after_by_the_same_user() -> None:
    names = chosen(100, Random(1))
    planned = sittings(names)
    assert [one.scene for one in planned if one.scene] == names
    assert [one.recall for one in planned if one.recall] == names
    assert all(not one.recall or not one.scene or SCENES[one.recall].login == SCENES[one.scene].login for one in planned)
    assert sittings(["user", "note"]) == [Sitting("", "user"), Sitting("user", ""), Sitting("", "note"), Sitting("note", "")]
    assert SCENES["user"].login == ADMIN


def killed(recalled: dict[str, str] | None, queue: tuple[float, ...] = (0.0,) * 11) -> Kill:
    typed = [Press(moment / 2, "a", {"a": "x" * (moment + 1), "b": ""}, queue[moment]) for moment in range(10)]
    return Kill("note", {"a": "", "b": ""}, typed, 5.0, queue[10], recalled)


def test_what_is_lost_is_seen() -> None:
    assert faults_of(killed({"a": "x" * 10, "b": ""})) == []
    assert faults_of(killed({"a": "x" * 8, "b": ""})) == []
    assert faults_of(killed({"a": "x" * 7, "b": ""})) == ["note: a: 1500 ms are missing"]
    assert len(faults_of(killed({"a": "xyx", "b": ""}))) == 1
    assert len(faults_of(killed({"a": "x" * 10, "b": "x"}))) == 1
    assert len(faults_of(killed({"b": ""}))) == 1
    assert len(faults_of(killed(None))) == 1


def test_what_the_machine_was_late_is_told_and_is_not_the_programs() -> None:
    late = killed({"a": "x" * 7, "b": ""}, (0.0,) * 8 + (0.1, 0.6, 0.6))
    assert faults_of(late) == []
    assert "1500 ms are missing, 600 of them in line" in told([late])
    assert "1 of them lost more than a second on the clock" in told([late])
    before = killed({"a": "x" * 7, "b": ""}, (0.0, *(0.9,) * 10))
    assert len(faults_of(before)) == 1, "what it was late earlier is no excuse"
    assert killed({"a": "xyx", "b": ""}, (0.0,) * 10 + (9.0,)).worst().seconds == inf


def test_time_in_line_is_counted_only_where_the_system_counts_it() -> None:
    own = threading.get_native_id()
    assert queued(os.getpid(), ()) == 0.0
    before = queued(os.getpid(), (own,))
    time.sleep(0.01)
    assert 0.0 <= before <= queued(os.getpid(), (own,)) < 3600
    assert queued(0, (0,)) == 0.0
