"""The demo on the command line, without a screen: a finished register, and every paper of it."""

from pathlib import Path

from jobbpunkt import demo
from tests.cli.conftest import in_a_process, pages_of

NO_SCREEN = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


def test_without_a_screen_every_paper_is_written(tmp_path: Path) -> None:
    place, out = tmp_path / "demo.jobbpunkt", tmp_path / "out"
    done = in_a_process("demo", "--to", place, "--out", out, **NO_SCREEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert demo.PASSWORD in done.stdout
    assert "coach, kollega, projektledare, handledare, admin" in done.stdout
    papers = sorted(out.iterdir())
    for kind in ("aret-2020", "cv-boxen", "karriarplan", "halsa", "utveckling", "cv-1", "personligt-brev", "coachingsamtal"):
        assert any(kind in paper.name for paper in papers), kind
    assert all(paper.suffix == ".pdf" and pages_of(paper) for paper in papers)
    assert not list(tmp_path.glob("*unfinished*"))
    user = {"JOBBPUNKT_USER": "admin", "JOBBPUNKT_PASSWORD": demo.PASSWORD, **NO_SCREEN}
    checked = in_a_process("check", "--register", place, **user)
    assert (checked.returncode, checked.stderr) == (0, "")
    backed_up = in_a_process("backup", "--register", place, "--to", tmp_path / "b.jobbpunkt", **user)
    assert backed_up.returncode == 0
    told = in_a_process("report", "campaign", "--campaign", "CV-boxen på Bäckby 2020", "--register", place, **user)
    assert "cirka 20" in told.stdout
    assert "drygt 100" in told.stdout
