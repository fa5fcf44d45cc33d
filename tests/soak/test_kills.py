"""Some kills while one types, in forms as unlike one another as there are; and what must turn such a kill red does."""

from pathlib import Path
from random import Random

from tests.registers import Template
from tests.soak.drafted import SCENES
from tests.soak.kills import Kill, chosen, faults_of, run

# A process on a busy machine is late itself; the second that is promised is measured by `make soak`.
PATIENT = 2.5
UNLIKE = ("note", "health plan", "CV")


def test_what_is_typed_is_there_after_a_kill(tmp_path: Path, sqlite_demo_template: Template) -> None:
    kills = list(run(sqlite_demo_template, tmp_path / "kills", UNLIKE, Random(), shortest=PATIENT + 0.5, longest=PATIENT + 1.5))
    assert [kill.scene for kill in kills] == list(UNLIKE)
    assert [fault for kill in kills for fault in faults_of(kill, PATIENT)] == []


def test_each_form_is_killed_once_before_any_is_killed_twice() -> None:
    assert sorted(chosen(len(SCENES), Random(1))) == sorted(SCENES)
    assert len(chosen(100, Random(1))) == 100


def killed(recalled: dict[str, str] | None) -> Kill:
    typed = [(moment / 2, "a", {"a": "x" * (moment + 1), "b": ""}) for moment in range(10)]
    return Kill("note", {"a": "", "b": ""}, typed, 5.0, recalled)


def test_what_is_lost_is_seen() -> None:
    assert faults_of(killed({"a": "x" * 10, "b": ""})) == []
    assert faults_of(killed({"a": "x" * 8, "b": ""})) == []
    assert faults_of(killed({"a": "x" * 7, "b": ""})) == ["note: a: 1500 ms are missing"]
    assert len(faults_of(killed({"a": "xyx", "b": ""}))) == 1
    assert len(faults_of(killed({"a": "x" * 10, "b": "x"}))) == 1
    assert len(faults_of(killed({"b": ""}))) == 1
    assert len(faults_of(killed(None))) == 1
