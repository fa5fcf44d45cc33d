"""Every command on both engines: what it does, what it refuses, and in which words."""

import json
import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader
from python_calamine import load_workbook

from jobbpunkt import campaigns, coaching, demo, plans, programmes
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.cli.program import _program
from jobbpunkt.coaching import NewSession
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import GoalWords, NewPlan, Situation
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Kind
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, PlanKind, Protection, Role, SessionStatus
from tests import exported
from tests.cli.conftest import Command, commands, in_a_process, pages_of, refused
from tests.documents.every import poppler_text
from tests.registers import FOUNDER, NOW, PASSWORD, opened

RESUME = Path(__file__).parent.parent / "data" / "resume"
LISTS = RESUME.parent / "import"


def test_a_register_is_made_checked_and_opened(empty_place: str, command: Command) -> None:
    made = command("init", "--register", empty_place, "--user", "ny", "--name", "Ny Person")
    assert made.code == 0
    key = next(line for line in made.out.splitlines() if line.startswith("Recovery key: ")).removeprefix("Recovery key: ")
    checked = command("check", "--register", empty_place, "--user", "ny")
    assert (checked.code, checked.err) == (0, "")
    Register.recover(empty_place, key, "ny", "ett helt nytt lösenord").register.close()
    again = Register.open(empty_place, Credentials("ny", "ett helt nytt lösenord"))
    assert again.user.name == "Ny Person"
    again.close()


def test_a_register_is_never_made_over_another(place: str, command: Command) -> None:
    assert "There is already" in refused(command("init", "--register", place, "--user", "ny"))


def test_a_check_names_what_is_wrong(register: Register, command: Command) -> None:
    place = register.location.text
    before = command("check", "--register", place).out
    head = re.findall(r"The history ends at (\d+:[0-9a-f]{64})", before)[0]
    assert command("check", "--register", place, "--head", head).code == 0
    number, _, digest = head.partition(":")
    cut = command("check", "--register", place, "--head", f"{number}:{digest[::-1]}")
    assert cut.code == 1
    assert "cut or rewritten" in cut.err
    assert "not where a history ends" in refused(command("check", "--register", place, "--head", "fel"))
    with register.writing() as uow:
        uow.session.connection().exec_driver_sql("UPDATE history_head SET number = number + 1")
    broken = command("check", "--register", place)
    assert broken.code == 1
    assert "history does not fit together" in broken.err


def test_a_backup_is_made_and_restored(place: str, person: str, command: Command, tmp_path: Path) -> None:
    made = command("backup", "--register", place, "--to", tmp_path / "b.jobbpunkt")
    assert made.code == 0
    back = command("restore", tmp_path / "b.jobbpunkt", "--register", tmp_path / "new.jobbpunkt")
    assert back.code == 0
    listed = command("list", "people", "--register", tmp_path / "new.jobbpunkt", "--format", "json")
    assert [row["id"] for row in listed.value] == [person]
    again = command("restore", tmp_path / "b.jobbpunkt", "--register", tmp_path / "new.jobbpunkt")
    assert "has been kept as" in again.out


def test_a_backup_to_an_impossible_place_is_refused(place: str, command: Command, tmp_path: Path) -> None:
    assert "does not exist" in refused(command("backup", "--register", place, "--to", tmp_path / "none" / "b"))
    assert "There is no register" in refused(command("restore", tmp_path / "none", "--register", tmp_path / "r"))


def test_a_backup_into_a_folder_is_the_day_s_and_made_once(place: str, command: Command, tmp_path: Path) -> None:
    for _ in range(2):
        assert command("backup", "--register", place, "--to", tmp_path).code == 0
        assert len([*tmp_path.glob("*Z.jobbpunkt")]) == 1


def test_a_schema_is_brought_up_to_date(place: str, command: Command) -> None:
    from migrations import HEAD

    assert HEAD in command("migrate", "--register", place).out


def test_people_are_listed_for_people_and_for_programs(place: str, person: str, command: Command) -> None:
    listed = command("list", "people", "--register", place, "--format", "json")
    assert listed.value == [{"id": person, "name": "Åsa Öberg", "status": None, "coach": None, "enrolled_on": None}]
    assert "Åsa Öberg" in command("list", "people", "--register", place).out
    assert command("list", "sessions", "--register", place, "--format", "json").value == []
    assert command("list", "plans", "--register", place, "--format", "json").value == []
    assert command("list", "campaigns", "--register", place).out == "There is nothing to list.\n"


def test_a_persons_history_tells_who_did_what(place: str, person: str, command: Command) -> None:
    listed = command("list", "history", "--person", person, "--register", place, "--format", "json").value
    assert [(row["user"], row["action"], row["what"], row["id"]) for row in listed] == [
        (FOUNDER.name, "Created", "Person", person)
    ]
    assert FOUNDER.name in command("list", "history", "--person", person, "--register", place).out


def test_a_protected_person_has_no_name_in_a_list(place: str, clock: Clock, command: Command) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        create(uow, PersonData(given_name="Hemligt", protection=Protection.PROTECTED_REGISTRATION))
    for form in ("text", "json"):
        assert "Hemligt" not in command("list", "people", "--register", place, "--format", form).out


def test_a_cv_is_brought_in_by_reference_or_id_and_printed(place: str, person: str, command: Command, tmp_path: Path) -> None:
    file = RESUME / "sv-authored-stadning-arabiska.json"
    first = command("import", "cv", file, "--register", place, "--person", "1001", "--format", "json")
    assert first.code == 0
    second = command("import", "cv", file, "--register", place, "--person", person)
    assert second.code == 0
    out = tmp_path / "cv.pdf"
    assert command("print", "cv", "--id", first.value["cv"], "--register", place, "--out", out).code == 0
    assert pages_of(out) >= 1


def test_people_are_brought_in_from_a_list(place: str, command: Command, tmp_path: Path) -> None:
    bring = ("import", "people", LISTS / "13_sep_rad.csv", "--register", place, "--format", "json")
    assert command(*bring, "--dry-run").value["dry_run"] is True
    done = command(*bring)
    expected = {"file": str(bring[2]), "rows": 3, "created": 3, "matched": 0, "skipped": 0, "errors": [], "dry_run": False}
    left_out = [{"row": None, "column": "Coach", "reason": "No field of a person is called so."}]
    assert (done.code, done.value) == (0, expected | {"ignored": left_out})
    more = tmp_path / "more.csv"
    more.write_text("Förnamn;Efternamn;Skostorlek\nÅsa;Öberg;38\n", encoding="utf-8")
    told = command(*bring[:2], more, *bring[3:], "--dry-run").value["ignored"]
    assert told == [left_out[0] | {"column": "Skostorlek"}]
    assert command(*bring).value["matched"] == 3
    mapping = tmp_path / "m.json"
    for content in ("{", "[]", '{"Namn": "login"}', '{"Namn": ["given_name"]}', '{"Namn": {}}', '{"Namn": 1}'):
        mapping.write_text(content)
        assert "mapping" in refused(command(*bring, "--mapping", mapping))


def test_a_list_with_faults_changes_nothing_and_names_their_rows(place: str, command: Command) -> None:
    bring = ("import", "people", LISTS / "02_utf8_bom.csv", "--register", place)
    answer = command(*bring, "--format", "json")
    assert answer.code == 1
    assert answer.value["created"] == 0
    assert [(fault["row"], fault["column"]) for fault in answer.value["errors"]] == [(7, "Adress")]
    assert "Row 7 Adress:" in command(*bring).err
    assert command("list", "people", "--register", place, "--format", "json").value == []
    assert command(*bring, "--skip-bad-rows").code == 0


@pytest.mark.parametrize("content", ['{"a": 1}', '{"namn": "Åsa", "jobb": []}'])
def test_json_that_is_something_else_is_no_empty_cv(
    place: str, person: str, command: Command, tmp_path: Path, content: str
) -> None:
    (tmp_path / "other.json").write_text(content, encoding="utf-8")
    said = refused(command("import", "cv", tmp_path / "other.json", "--register", place, "--person", person))
    assert said.startswith("The file is not a CV in JSON Resume format.")


def test_a_post_that_ends_before_it_begins_is_told(place: str, person: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "cv.json").write_text('{"work": [{"name": "A"}, {"startDate": "2020-05", "endDate": "2019"}]}', encoding="utf-8")
    told = command("import", "cv", tmp_path / "cv.json", "--register", place, "--person", person, "--format", "json")
    assert told.value["notes"] == ["In the CV, work, post 2 ends before it begins. Correct one of its days."]


@pytest.mark.parametrize("kind", ["cvs", "letters"])
def test_papers_are_listed_with_the_ids_that_print_them(
    kind: str, sqlite_demo_place: str, command: Command, tmp_path: Path
) -> None:
    as_coach = ("--register", sqlite_demo_place, "--user", "coach")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("JOBBPUNKT_PASSWORD", demo.PASSWORD)
        rows = command("list", kind, *as_coach, "--format", "json").value
        assert rows
        out = tmp_path / "paper.pdf"
        assert command("print", kind[:-1], "--id", rows[0]["id"], *as_coach, "--out", out).code == 0
        listed = command("list", "programmes", *as_coach, "--format", "json").value
        assert "Kvinna för Bäckby" in [row["name"] for row in listed]
    assert pages_of(out) >= 1


def test_a_demo_is_announced_only_where_one_stands(place: str, command: Command) -> None:
    assert "Something else than the demo stands at" in refused(command("demo", "--to", place))
    assert command("check", "--register", place).code == 0


@pytest.mark.parametrize("name", ["invalid-types.json", "SOURCES.md", "missing.json", ""])
def test_a_file_that_is_no_cv_is_refused(place: str, person: str, command: Command, name: str) -> None:
    refused(command("import", "cv", RESUME / name, "--register", place, "--person", person))


def test_everything_is_taken_out(place: str, person: str, command: Command, tmp_path: Path) -> None:
    everything = ("export", "everything", "--register", place, "--to", "Arkivet", "--why", "Leverans", "--out")
    done = command(*everything, tmp_path / "allt.zip")
    assert done.code == 0
    password = exported.PASSWORD.search(done.out)
    assert password is not None
    assert "csv/person.csv" in exported.opened(tmp_path / "allt.zip", password[0])
    assert "does not exist" in refused(command(*everything, tmp_path / "x" / "allt.zip"))
    assert command("export", "everything", "--register", place, "--out", tmp_path / "two.zip").code == 2


@pytest.mark.parametrize("who", ["9999", "abc", "-1", "01a20b7f-303c-7753-bf0e-3fb508eb8267", "' OR 1=1 --"])
def test_a_cv_for_nobody_is_refused(place: str, person: str, command: Command, who: str) -> None:
    answer = command("import", "cv", RESUME / "valid-empty.json", "--register", place, f"--person={who}")
    assert "There is nobody" in refused(answer)


def test_a_plan_is_printed_and_the_history_says_so(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:

    with opened(place, clock) as register, register.writing() as uow:
        made = plans.create(uow, NewPlan(UUID(person), PlanKind.CAREER, Situation(starts_on=NOW.date()))).record
        plans.add_goal(uow, plan_id=made, words=GoalWords("=1+1 <b>mål</b>"))
    out = tmp_path / "plan.pdf"
    assert command("print", "plan", "--id", made, "--register", place, "--out", out).code == 0
    assert pages_of(out) >= 1
    with opened(place, clock) as register, register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
        assert [entry.record_id for entry in printed] == [made]


def test_a_paper_is_had_as_word_and_noted_once(place: str, person: str, clock: Clock, command: Command, tmp_path: Path) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        made = plans.create(uow, NewPlan(UUID(person), PlanKind.CAREER, Situation(starts_on=NOW.date()))).record
        plans.add_goal(uow, plan_id=made, words=GoalWords("Ett arbete"))
    out = tmp_path / "plan.docx"
    answer = command("print", "plan", "--id", made, "--register", place, "--out", out, "--format", "docx")
    with opened(place, clock) as register, register.reading() as uow:
        noted = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).count()
    assert answer.code == 0
    assert any("Ett arbete" in part.text for part in docx.Document(str(out)).paragraphs)
    assert noted == 1


def test_signs_that_cannot_be_printed_are_told_beside_the_answer(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        made = plans.create(uow, NewPlan(UUID(person), PlanKind.CAREER, Situation(starts_on=NOW.date()))).record
        plans.add_goal(uow, plan_id=made, words=GoalWords("mål 🙂"))
    answer = command("print", "plan", "--id", made, "--register", place, "--out", tmp_path / "plan.pdf")
    assert answer.code == 0
    assert answer.err.strip() == "These signs cannot be printed: 🙂 U+1F642. They show as � on the paper."
    assert "🙂" not in answer.out


def test_a_paper_that_cannot_be_written_or_does_not_exist_is_refused(
    place: str, person: str, command: Command, tmp_path: Path
) -> None:
    resume = RESUME / "valid-empty.json"
    cv = command("import", "cv", resume, "--register", place, "--person", person, "--format", "json").value["cv"]
    printing = ("print", "cv", "--register", place)
    assert "is a folder" in refused(command(*printing, "--id", cv, "--out", tmp_path))
    assert "cannot be written" in refused(command(*printing, "--id", cv, "--out", tmp_path / "x" / "cv.pdf"))
    assert refused(command(*printing, "--id", person, "--out", tmp_path / "cv.pdf"))
    assert not (tmp_path / "cv.pdf").exists()


def test_a_year_is_told_as_one_json_value(place: str, command: Command) -> None:
    told = command("report", "annual", "--year", 2020, "--register", place, "--format", "json").value
    assert (told["report"], told["period"]) == ("annual", {"from": "2020-01-01", "to": "2020-12-31"})
    assert {"key", "label", "definition", "unit", "value", "qualifier", "source", "target", "by"} <= set(told["measures"][0])


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv", "json"])
def test_a_report_is_written_as_its_ending_says(place: str, command: Command, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"2020.{kind}"
    of_year = [(name, "--year", "2020") for name in ("annual", "key-figures", "kolada")]
    of_days = [("caseload",), ("programme", "--from", "2020-01-01", "--to", "2020-06-30"), ("board", "--month", "2020-05")]
    for report in (*of_year, *of_days):
        assert command("report", *report, "--register", place, "--out", out).code == 0
        start = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}[kind]
        assert out.read_bytes().startswith(start)
        out.unlink()


def test_a_campaign_is_reported_by_name_and_by_id(place: str, clock: Clock, command: Command) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        made = campaigns.create(uow, CampaignDetails("CV-boxen på Bäckby", starts_on=date(2020, 2, 10), ends_on=date(2020, 3, 8)))
    by_name = command("report", "campaign", "--campaign", "cv-boxen på bäckby", "--register", place, "--format", "json")
    by_id = command("report", "campaign", "--campaign", made.record, "--register", place, "--format", "json")
    assert by_name.value == by_id.value
    assert by_name.value["report"] == "campaign"
    assert "There is no campaign" in refused(command("report", "campaign", "--campaign", "X", "--register", place))


CHOSEN = {
    "annual": ("--year", "2019"),
    "campaign": ("--campaign", "CV-boxen"),
    "caseload": ("--from", "2020-01-01", "--to", "2020-06-30"),
    "programme": (),
    "key-figures": ("--year", "2019"),
    "kolada": ("--year", "2019"),
    "board": ("--month", "2020-05"),
}


def test_every_kind_of_report_can_be_kept_as_it_is(place: str, clock: Clock, command: Command) -> None:
    assert set(CHOSEN) == {kind.value for kind in Kind}
    with opened(place, clock) as register, register.writing() as uow:
        campaigns.create(uow, CampaignDetails("CV-boxen", starts_on=date(2020, 2, 10), ends_on=date(2020, 3, 8)))
    kept = {}
    for kind, chosen in CHOSEN.items():
        kept[kind] = command("report", "freeze", "--kind", kind, *chosen, "--note", "Prov", "--register", place).out.strip()
    listed = command("report", "frozen", "--register", place).out
    assert [kind for kind, found in kept.items() if found not in listed] == []
    changes = command("report", "changes", "--id", kept["caseload"], "--register", place)
    assert "would say the same today" in changes.out


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ((), "Say with --year"),
        (("--year", "99999"), "1900"),
        (("--kind", "board", "--month", "maj"), "Write the month as 2020-05."),
        (("--kind", "caseload", "--year", "2020"), "caseload is not chosen by --year."),
        (("--year", "2020", "--campaign", "CV-boxen"), "annual is not chosen by --campaign."),
        (("--kind", "campaign"), "There is no campaign"),
    ],
)
def test_a_report_that_is_not_chosen_as_its_kind_asks_is_not_kept(
    place: str, command: Command, args: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(command("report", "freeze", *args, "--note", "Prov", "--register", place))
    assert command("report", "frozen", "--register", place).out.strip() == ""


@pytest.mark.parametrize(
    "args",
    [
        ("annual", "--year", "99999"),
        ("annual", "--year", "-5"),
        ("annual", "--year", "2020", "--format", "pdf"),
        ("annual", "--year", "2020", "--out", "report.odt"),
        ("caseload", "--from", "2020-13-45"),
        ("caseload", "--from", "2020-05-01", "--to", "2020-04-01"),
        ("caseload", "--to", "snart"),
        ("kolada", "--year", "2099"),
        ("key-figures", "--year", "0"),
        ("board", "--month", "maj"),
        ("board", "--month", "2020-13"),
        ("board", "--month", "2099-01"),
    ],
)
def test_an_impossible_report_is_refused(place: str, command: Command, args: tuple[str, ...]) -> None:
    refused(command("report", *args, "--register", place))


@pytest.mark.parametrize(
    "args",
    [
        ("chekc",),
        ("list",),
        ("list", "people"),
        ("check", "--register"),
        ("check", "--nothing"),
        ("report", "annual", "--register", "x", "--year", "abc"),
        ("print", "cv", "--register", "x", "--out", "y", "--id", "inget"),
        ("list", "people", "--register", "x", "--format", "xml"),
        ("check", "extra", "--register", "x"),
        ("--language",),
        ("--language", "de", "check"),
    ],
)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_wrong_usage_ends_with_two_and_says_why(command: Command, args: tuple[str, ...], language: str) -> None:
    answer = command(*(args if "--language" in args else (*args, "--language", language)))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_command_without_what_it_needs_says_what_is_missing(command: Command, language: str) -> None:
    for name, known in commands().items():
        needed = [one for one in known.params if one.required]
        if needed:
            answer = command(*name.split(), "--language", language)
            assert (answer.code, answer.out) == (2, ""), name
            assert len(answer.err.strip().splitlines()) == 1, answer.err
            assert any(one in answer.err for one in _called(needed, Words(language))), answer.err


def _called(needed: list[Any], words: Words) -> list[str]:
    """Return how what a command needs is called: options by their name, arguments by what stands for them in the help."""
    return [one.opts[0] if one.param_type_name == "option" else words(one.metavar) for one in needed]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_help_teaches_every_command_in_the_users_language(command: Command, language: str) -> None:
    told = command("--help", "--language", language).out
    assert ("Säkerhetskopiera" in told) == (language == "sv")
    for name in ("init", "check", "migrate", "backup", "restore", "import", "export", "list", "report", "print", "demo"):
        assert name in told
        helped = command(name, "--help", "--language", language)
        assert helped.code == 0
        assert ("Usage:" in helped.out) == (language == "en")


def test_a_wrong_password_is_one_sentence_and_is_not_repeated(
    place: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBPUNKT_PASSWORD", "hemligtochfel")
    said = refused(command("check", "--register", place, "--language", "sv"))
    assert (
        said == "Användarnamnet eller lösenordet är fel. Försök igen eller be en administratör om ett nytt lösenord."
        " Om ingen kan ge dig ett: använd återställningsnyckeln."
    )


def test_a_password_is_asked_for_only_at_a_terminal(place: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOBBPUNKT_PASSWORD")
    assert "JOBBPUNKT_PASSWORD" in refused(command("check", "--register", place))


def test_the_register_may_stand_in_the_environment(place: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBBPUNKT_REGISTER", place)
    assert command("list", "people").code == 0


def test_the_program_as_a_process(tmp_path: Path) -> None:
    place, settings = tmp_path / "å register.jobbpunkt", {"JOBBPUNKT_USER": "ny", "JOBBPUNKT_PASSWORD": PASSWORD}
    made = in_a_process("init", "--register", place, **settings)
    assert (made.returncode, made.stderr) == (0, "")
    assert "Återställningsnyckel: " in made.stdout
    assert PASSWORD not in made.stdout
    listed = in_a_process("list", "people", "--register", place, "--format", "json", **settings)
    assert json.loads(listed.stdout) == []
    checked = in_a_process("check", "--register", place, **settings)
    assert (checked.returncode, checked.stderr) == (0, "")
    wrong = in_a_process("check", "--register", place, **settings | {"JOBBPUNKT_PASSWORD": "fel lösenord"})
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Traceback" not in wrong.stderr


def test_without_a_screen_the_window_is_refused_in_one_sentence() -> None:
    done = in_a_process(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert done.stderr == "Det finns ingen skärm att öppna ett fönster på. Använd kommandona i stället: jobbpunkt --help.\n"


def test_who_only_reads_reports_keeps_nothing_of_the_register(place: str, clock: Clock, command: Command) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        accounts.add(uow, NewUser("lead", "Lead", frozenset({Role.PROJECT_LEAD}), PASSWORD))
    assert command("report", "annual", "--year", 2020, "--register", place, "--user", "lead").code == 0
    for args in (("check",), ("backup", "--to", "b")):
        assert "Your role" in refused(command(*args, "--register", place, "--user", "lead"))


# What every word can be read as, and what takes no word.
READS_ANYTHING = (str, Path, bool, list[Path])


def _parameters(found: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, sub in getattr(found, "commands", {}).items():
        yield from _parameters(sub, (*path, name))
    if not hasattr(found, "commands"):
        yield from ((path, parameter) for parameter in found.params)


def test_what_cannot_be_read_at_an_option_is_told_with_what_can(command: Command) -> None:
    words, asked = Words("sv"), 0
    for path, parameter in _parameters(_program(Words("en"))):
        if parameter.type_descriptor.annotation in READS_ANYTHING:
            continue
        told = command(*path, parameter.opts[0], "abc", "--language", "sv")
        assert told.code == 2
        assert "--help" not in told.err, (path, parameter.opts)
        assert parameter.opts[0] in told.err
        asked += 1
    assert asked > 3
    assert command("report", "annual", "--year", "abc", "--language", "sv").err == (
        words("Write a whole number at {option}, such as 2020.", option="--year") + "\n"
    )


def test_the_plans_of_a_programme_are_printed_each_as_a_file_that_writes_over_nothing(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        kinds = (PlanKind.CAREER, PlanKind.PERSONAL, PlanKind.CAREER)
        made = [plans.create(uow, NewPlan(UUID(person), kind, Situation(starts_on=NOW.date()))).record for kind in kinds]
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", starts_on=NOW.date())).record
        programmes.enrol(uow, programme_id=programme, person_id=UUID(person), starts_on=NOW.date())
    printing = ("print", "plans", "--register", place, "--programme", "kvinna för bäckby")
    assert command(*printing, "--out", tmp_path).code == 0
    first = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert len(first) == 3
    assert all(data.startswith(b"%PDF") for data in first.values())
    assert command("print", "plans", "--register", place, "--out", tmp_path).code == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 6
    assert {name: (tmp_path / name).read_bytes() for name in first} == first
    with opened(place, clock) as register, register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
        assert sorted(entry.record_id for entry in printed) == sorted(made * 2)


def test_a_batch_without_papers_or_folder_is_refused_and_notes_nothing(place: str, command: Command, tmp_path: Path) -> None:
    assert "There is nothing to print." in refused(command("print", "plans", "--register", place, "--out", tmp_path))
    plans_of = ("print", "plans", "--register", place, "--programme", "X", "--out", tmp_path)
    assert "There is no project called X." in refused(command(*plans_of))
    sheets = ("print", "sessions", "--register", place, "--day")
    assert "does not exist" in refused(command(*sheets, "2020-06-15", "--out", tmp_path / "nowhere"))
    assert refused(command(*sheets, "2020-13-45", "--out", tmp_path))
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_sheets_of_a_day_are_one_for_each_participant(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        other = create(uow, PersonData("Amal", "Ali")).record
        both = (UUID(person), other)
        kept = coaching.book(uow, NewSession(both, NOW.date(), time(9))).record
        gone = coaching.book(uow, NewSession(both, NOW.date(), time(13))).record
        coaching.cancel(uow, gone, 1, by=SessionStatus.CANCELLED_BY_COACH)
    assert command("print", "sessions", "--register", place, "--day", NOW.date(), "--mine", "--out", tmp_path).code == 0
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    with opened(place, clock) as register, register.reading() as uow:
        printed = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED).all()
        assert {(entry.record_id, entry.person_id) for entry in printed} == {(kept, one) for one in both}


def test_what_goes_into_a_plan_is_chosen_or_refused(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        made = plans.create(uow, NewPlan(UUID(person), PlanKind.CAREER, Situation(NOW.date(), current="Nyss hit"))).record
    out = tmp_path / "plan.pdf"
    printing = ("print", "plan", "--id", made, "--register", place, "--out", out)
    told = {}
    for sections in ("", "background", "agreement, background", "none"):
        assert command(*printing, "--sections", sections).code == 0
        told[sections] = poppler_text(out.read_bytes())
    assert ["Nyss hit" in text for text in told.values()] == [True, True, True, False]
    assert ["Period" in text for text in told.values()] == [True, False, True, False]
    assert ["utdrag" in text for text in told.values()] == [False, True, False, True]
    out.unlink()
    assert "A plan has no section goal. Choose among background, goals" in refused(command(*printing, "--sections", "goal"))
    assert not out.exists()


def test_a_paper_is_had_in_another_language_and_look_or_refused(
    place: str, person: str, clock: Clock, command: Command, tmp_path: Path
) -> None:
    with opened(place, clock) as register, register.writing() as uow:
        made = coaching.book(uow, NewSession((UUID(person),), NOW.date(), time(9))).record
    out = tmp_path / "sheet.pdf"
    printing = ("print", "session", "--id", made, "--register", place, "--out", out)
    said = {}
    for wish in ((), ("--paper-language", "sv"), ("--beside", "none"), ("--look", "large")):
        assert command(*printing, *wish).code == 0
        said[wish] = out.read_bytes()
    assert len(set(said.values())) == len(said)
    out.unlink()
    assert "Papers do not speak tlh. Choose one of sv, en" in refused(command(*printing, "--paper-language", "tlh"))
    assert "Papers do not speak x." in refused(command(*printing, "--beside", "x"))
    assert "Choose one of easy, large, black." in refused(command(*printing, "--look", "cv-plain"))
    assert "There is no look blak of this paper." in refused(command(*printing, "--look", "large, blak"))
    assert not out.exists()
    assert command(*printing, "--look", "black,easy").code == 0
    out.unlink()
    assert not out.exists()


def test_the_recovery_key_opens_once_and_is_replaced(empty_place: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def key_in(said: str) -> str:
        return next(line for line in said.splitlines() if line.startswith("Recovery key: ")).removeprefix("Recovery key: ")

    first = key_in(command("init", "--register", empty_place, "--user", "ny").out)
    second = key_in(command("new-recovery-key", "--register", empty_place, "--user", "ny").out)
    monkeypatch.setenv("JOBBPUNKT_NEW_PASSWORD", "ett helt nytt lösenord")
    monkeypatch.setenv("JOBBPUNKT_RECOVERY_KEY", first)
    assert command("recover", "--register", empty_place, "--user", "ny").code == 1
    monkeypatch.setenv("JOBBPUNKT_RECOVERY_KEY", second)
    recovered = command("recover", "--register", empty_place, "--user", "ny")
    assert recovered.code == 0
    assert key_in(recovered.out) not in (first, second)
    monkeypatch.setenv("JOBBPUNKT_PASSWORD", "ett helt nytt lösenord")
    monkeypatch.setenv("JOBBPUNKT_NEW_PASSWORD", "ett tredje lösenord här")
    assert command("password", "--register", empty_place, "--user", "ny").code == 0
    Register.open(empty_place, Credentials("ny", "ett tredje lösenord här")).close()


def test_where_the_history_ended_is_printed_under_the_year_and_a_check_reads_it(
    place: str, command: Command, tmp_path: Path
) -> None:
    """On every page, as the window and as a workbook say it; a digit that is otherwise is told."""
    out, book = tmp_path / "2020.pdf", tmp_path / "2020.xlsx"
    year = ("report", "annual", "--year", "2020", "--register", place, "--language", "sv", "--out")
    assert command(*year, out).code == 0
    pages = [page.extract_text() for page in PdfReader(out).pages]
    printed = [re.findall(r"Historik nr \d+:[0-9a-f]{16}", page) for page in pages]
    assert printed == [printed[0]] * len(pages)
    (noted,) = printed[0]
    for spelled in (noted, noted.removeprefix("Historik nr "), noted.replace(":", " · ")):
        assert command("check", "--register", place, "--head", spelled).code == 0
    other = noted[:-1] + ("0" if noted[-1] != "0" else "1")
    assert "has been cut or rewritten" in command("check", "--register", place, "--head", other).err
    assert "not where a history ends" in refused(command("check", "--register", place, "--head", noted[:-1]))
    assert command(*year, book).code == 0
    above = [row[0] for row in load_workbook(book).get_sheet_by_index(0).to_python()[:5]]
    assert any(re.fullmatch(r"Historik nr \d+:[0-9a-f]{16}", str(cell)) for cell in above)


def test_a_person_gets_their_data_in_a_file_only_they_open(person: str, place: str, command: Command, tmp_path: Path) -> None:
    out = tmp_path / "utdrag.pdf"
    made = command("print", "extract", "--id", person, "--register", place, "--out", out, "--encrypted")
    password = re.findall(r"The password of the file: (\S+)", made.out)[0]
    assert not PdfReader(out).decrypt("")
    opened = PdfReader(out, password=password)
    assert opened.pages[0].extract_text().strip()
    assert json.loads(opened.attachments["jobbpunkt.json"][0])["data"]
    word = ("print", "extract", "--id", person, "--register", place, "--out", tmp_path / "u.docx", "--format", "docx")
    assert "Only a PDF can be encrypted" in refused(command(*word, "--encrypted"))
    assert not (tmp_path / "u.docx").exists()
    assert command("print", "extract", "--id", person, "--register", place, "--out", out).code == 0
    assert PdfReader(out).pages[0].extract_text().strip()
