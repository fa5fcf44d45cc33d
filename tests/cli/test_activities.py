"""The sheet for the activity report, printed without the window and read back."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader

from jobbpunkt import applications, coaching
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.months import month_before
from jobbpunkt.coaching import StepWords
from tests.cli.conftest import Answer, Command, refused
from tests.registers import opened

MAY = ("--month", "2020-05")


@pytest.fixture
def looks(place: str, person: str, clock: Clock) -> str:
    """Return somebody who applied for a job and took a step in May 2020, and applied for another last month."""
    with opened(place, clock) as register, register.writing() as uow:
        applications.create(uow, UUID(person), ApplicationData("Restaurang Exempel", "Kock", date(2020, 5, 4)))
        step = coaching.add_step(uow, UUID(person), StepWords("Ringa tre arbetsgivare")).record
        coaching.tick_step(uow, step, 1, on=date(2020, 5, 6))
    with opened(place, Clock()) as register, register.writing() as uow:
        last = month_before(uow.clock.today())
        applications.create(uow, UUID(person), ApplicationData("Restaurang Exempel", "Bagare", last))
    return person


def printed(command: Command, place: str, person: str, out: Path, *more: str) -> tuple[Answer, str]:
    answer = command("print", "activities", "--id", person, "--register", place, "--out", out, *more)
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(out).pages).split()) if out.exists() else ""
    return answer, said


def test_the_month_before_is_printed_unless_another_is_named(place: str, looks: str, command: Command, tmp_path: Path) -> None:
    answer, said = printed(command, place, looks, tmp_path / "maj.pdf", *MAY)
    assert answer.code == 0
    wanted = ("May 2020", "4 May Kock", "Sent", "Ringa tre arbetsgivare", "1–14 June 2020")
    assert [part for part in wanted if part not in said] == []
    assert "Bagare" not in said
    _, said = printed(command, place, looks, tmp_path / "senast.pdf")
    assert "Bagare" in said
    assert "Kock" not in said


def test_steps_in_typed_words_can_be_left_out(place: str, looks: str, command: Command, tmp_path: Path) -> None:
    _, said = printed(command, place, looks, tmp_path / "maj.pdf", *MAY, "--without-steps")
    assert "Kock" in said
    assert "Ringa" not in said


@pytest.mark.parametrize(("month", "sentence"), [("2090-07", "has not begun yet"), ("juli", "Write the month as 2020-05.")])
def test_a_month_that_cannot_be_told_is_refused_in_one_sentence(
    place: str, looks: str, command: Command, tmp_path: Path, month: str, sentence: str
) -> None:
    answer, _ = printed(command, place, looks, tmp_path / "sen.pdf", "--month", month)
    assert sentence in refused(answer)
    assert not (tmp_path / "sen.pdf").exists()
