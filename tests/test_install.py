"""The commands before anything is installed: what is missing is found, named, and fetched once."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import install
from install import Refusal, Step
from tests import ready
from tests.rules.tree import ROOT

LISTING = "\n".join(
    [
        "installed\tlibgl1\t",
        "config-files\tlibegl1\t",
        "not-installed\txvfb\t",
        "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.84.4-3), libgio",
    ]
)


def test_a_package_counts_when_it_is_installed_or_provided_by_another() -> None:
    assert install.installed_packages(LISTING) == {"libgl1", "libglib2.0-0t64", "libglib2.0-0", "libgio"}


@pytest.mark.skipif(not Path("/usr/bin/dpkg-query").exists(), reason="not a Debian system")
def test_the_system_is_asked_what_is_missing() -> None:
    assert install.missing_packages(["dpkg", "surely-no-such-package"]) == ["surely-no-such-package"]


def test_an_administrator_installs_at_once_after_one_update() -> None:
    update, fetch = install.apt_commands(["xvfb", "xauth"], is_root=True, has_sudo=False)
    assert update == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"]
    assert fetch[2:4] == ["apt-get", "install"]
    assert fetch[-2:] == ["xvfb", "xauth"]


def test_others_install_by_way_of_sudo() -> None:
    commands = install.apt_commands(["xvfb"], is_root=False, has_sudo=True)
    assert [command[0] for command in commands] == ["sudo", "sudo"]


def test_who_may_not_install_is_told_what_to_ask_for() -> None:
    with pytest.raises(Refusal, match=r"run: apt-get update && apt-get install .* xvfb xauth$"):
        install.apt_commands(["xvfb", "xauth"], is_root=False, has_sudo=False)


def test_debian_python_without_venv_gets_it() -> None:
    assert install.venv_packages((3, 11), has_ensurepip=False) == ("python3.11-venv",)
    assert install.venv_packages((3, 11), has_ensurepip=True) == ()


def test_the_soak_takes_a_screen_of_its_own_where_there_is_one() -> None:
    hidden = install.soak_command("python", "5", ["--seed", "1"], "xvfb-run")
    assert hidden[0] == "xvfb-run"
    plain = install.soak_command("python", "5", ["--seed", "1"], None)
    assert plain == ["python", "-m", "tests.soak", "--minutes", "5", "--seed", "1"]
    assert hidden[-len(plain) :] == plain


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10)])
def test_an_old_python_is_refused(version: tuple[int, int]) -> None:
    with pytest.raises(Refusal, match=r"Start this with Python 3\.11 or newer"):
        install.check_python(version)


def test_the_oldest_python_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, install.OLDEST_PYTHON))
    install.check_python(install.OLDEST_PYTHON)


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_window_is_shown_where_there_is_a_display(environment: dict[str, str], platform: str, shown: bool) -> None:
    assert install.has_display(environment, platform) is shown


def test_without_a_display_the_demo_is_written_into_out() -> None:
    assert install.run_arguments([], display=False) == ["demo", "--out", "out"]
    assert install.run_arguments([], display=True) == []
    assert install.run_arguments(["--help"], display=False) == ["--help"]


def test_the_virtual_environment_has_its_programs_where_each_system_puts_them() -> None:
    assert install.in_venv("python", Path("v"), "linux") == Path("v/bin/python")
    assert install.in_venv("python", Path("v"), "win32") == Path("v/Scripts/python.exe")


def test_an_installation_is_renewed_when_the_lock_or_the_folder_changes(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1", encoding="utf-8")
    before = install.fingerprint([lock], tmp_path)
    assert install.fingerprint([lock], tmp_path) == before
    assert install.fingerprint([lock], tmp_path / "moved") != before
    lock.write_text("a==2", encoding="utf-8")
    assert install.fingerprint([lock], tmp_path) != before


def test_catalogues_are_compiled_again_when_a_word_has_changed(tmp_path: Path) -> None:
    assert install.catalogues_are_current(tmp_path)
    for name, written in (("plans.po", 10), ("common.po", 20)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (written, written))
    assert not install.catalogues_are_current(tmp_path)
    (tmp_path / "jobbpunkt.mo").touch()
    os.utime(tmp_path / "jobbpunkt.mo", (30, 30))
    assert install.catalogues_are_current(tmp_path)
    os.utime(tmp_path / "plans.po", (40, 40))
    assert not install.catalogues_are_current(tmp_path)


def test_the_newest_postgresql_beside_the_path_is_found(tmp_path: Path) -> None:
    for version in ("9", "15", "17"):
        program = tmp_path / version / "bin" / "surely_no_such_program"
        program.parent.mkdir(parents=True)
        program.touch()
    assert (
        install.find_program("surely_no_such_program", [f"{tmp_path}/*/bin"])
        == tmp_path / "17" / "bin" / "surely_no_such_program"
    )
    assert install.find_program("surely_no_such_program", [f"{tmp_path}/none/*"]) is None
    assert install.find_program("surely_no", [f"{tmp_path}/*/bin"]) is None


def test_testing_without_its_programs_is_refused_with_their_names() -> None:
    install.check_test_programs(lambda _: Path("found"))
    with pytest.raises(Refusal, match=r"^The tests need Poppler\."):
        install.check_test_programs(lambda program: None if program == "pdftotext" else Path("found"))


def test_every_step_is_run_and_the_failed_ones_are_named(capfd: pytest.CaptureFixture[str]) -> None:
    good = Step("good", [sys.executable, "-c", "print('I ran')"])
    bad = Step("bad", [sys.executable, "-c", "raise SystemExit(3)"])
    assert install.carry_out([bad, good], os.environ) == 1
    told = capfd.readouterr().out
    assert told.index("bad: FAILED") < told.index("I ran") < told.index("good: ok")
    assert told.endswith("Failed: bad\n")
    assert install.carry_out([good], os.environ) == 0


def test_the_whole_test_reads_and_runs_in_this_order_and_measures_no_time() -> None:
    steps = install.test_steps("python")
    assert [step.name for step in steps] == ["ruff check", "ruff format", "mypy", "tests"]
    assert "-n" in steps[3].command


def call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(ROOT / "install.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def test_help_names_every_command_and_needs_nothing_installed() -> None:
    for told in (call("--help").stdout, call("help").stdout):
        assert all(command in told for command in install.COMMANDS)


def test_what_is_started_talks_to_the_log_and_is_shown_only_when_it_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(install, "LOG", tmp_path / "out" / "install.log")
    install.start([sys.executable, "-c", "print('Reading package lists')"], "It failed.")
    assert "Reading package lists" in install.LOG.read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")
    with pytest.raises(Refusal, match=r"(?s)no such package\nIt failed\. Why stands above, and in .*install\.log\.$"):
        install.start([sys.executable, "-c", "raise SystemExit('no such package')"], "It failed.")


def test_an_unknown_command_is_wrong_usage() -> None:
    assert call("fly").returncode == 2


def test_the_makefile_and_the_server_use_the_same_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = next(line for line in makefile.splitlines() if line.startswith("help "))
    assert set(targets.removesuffix(":").split()) == set(install.COMMANDS)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == "exec make test"


def test_every_locked_package_has_its_hash() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    packages = [number for number, line in enumerate(lines) if "==" in line and not line.startswith(" ")]
    assert packages
    assert [lines[number] for number in packages if "--hash=sha256:" not in lines[number + 1]] == []


def test_plain_pytest_on_a_clone_says_what_to_run_first(tmp_path: Path) -> None:
    for name in ("install.py", "pyproject.toml", "tests/__init__.py", "tests/conftest.py", "tests/ready.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    words = tmp_path / "resources" / "locale" / "sv"
    words.mkdir(parents=True)
    (words / "common.po").write_text('msgid "Save"\nmsgstr "Spara"\n', encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "pytest"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("The translations are not compiled.")
    assert run.stderr.count("\n") == 1


def test_without_its_packages_the_tests_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ready, "NEEDED", ("surely_no_such_package",))
    with pytest.raises(SystemExit, match=r"^The tests need what `make install` puts in place\."):
        ready.demand()


def test_the_tests_do_not_see_what_the_callers_shell_says() -> None:
    told = {"JOBBPUNKT_REGISTER": "/none", "JOBBPUNKT_LANGUAGE": "de", "PGHOSTADDR": "192.0.2.1"}
    look = "import os, tests.conftest; print([name for name in os.environ if name.startswith(('JOBBPUNKT_', 'PG'))])"
    run = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, env=os.environ | told, capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
