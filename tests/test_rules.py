"""Each checker of the architecture tests finds what it is there to find, and leaves the rest alone."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract

from tests.rules import imports, reading, size, speech, state, text, traps, unused, writing
from tests.rules.tree import Source, ignored_names, is_product, kept_files, parse, read_sources


def crossing(path: str, code: str) -> bool:
    return bool(imports.forbidden_imports([parse(path, code)]))


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("models/person.py", "from jobbpunkt import people"),
        ("models/person.py", "def late():\n    import ui.app"),
        ("jobbpunkt/people.py", "from PySide6.QtCore import Qt"),
        ("jobbpunkt/people.py", "def window():\n    from ui.app import show"),
        ("jobbpunkt/__main__.py", "from ui.app import show"),
        ("jobbpunkt/plans.py", "from tests.conftest import clock"),
        ("jobbpunkt/register/unit_of_work.py", "from jobbpunkt import people"),
        ("jobbpunkt/register/unit_of_work.py", "def late():\n    from jobbpunkt.people.names import name_of"),
        ("jobbpunkt/base/days.py", "from jobbpunkt.register import location"),
        ("jobbpunkt/base/days.py", "from models.person import Person"),
        ("ui/people/page.py", "import sqlalchemy"),
        ("ui/people/page.py", "from models import person"),
        ("ui/people/page.py", "from models.person import Person"),
        ("ui/people/page.py", "if TYPE_CHECKING:\n    from sqlalchemy.orm import Session"),
        ("jobbpunkt/documents/plan.py", "from models.plan import Plan"),
        ("jobbpunkt/documents/plan.py", "from sqlalchemy import select"),
        ("resources/__init__.py", "import jobbpunkt"),
    ],
)
def test_an_import_across_the_floors_is_found(path: str, code: str) -> None:
    assert crossing(path, code)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("models/person.py", "from models.base import Base\nfrom sqlalchemy import select"),
        ("jobbpunkt/people.py", "from models.person import Person"),
        ("jobbpunkt/__main__.py", "def main():\n    from ui.app import show"),
        (
            "ui/people/page.py",
            "from models.vocabulary import Status\nfrom models import vocabulary\nfrom jobbpunkt import people",
        ),
        ("jobbpunkt/documents/plan.py", "from models.vocabulary import Status"),
        ("ui/modelsview.py", "import modelscope"),
        ("jobbpunkt/register/history.py", "from jobbpunkt.base.errors import Stale\nfrom models.history import HistoryEntry"),
        ("jobbpunkt/people/names.py", "from jobbpunkt.register import history"),
    ],
)
def test_an_import_downwards_is_left_alone(path: str, code: str) -> None:
    assert not crossing(path, code)


def test_relative_imports_are_read_in_full() -> None:
    found = imports.imports_of(parse("ui/plans/page.py", "from ..people import page\nfrom . import table\nfrom .row import Row"))
    assert [each.target for each in found] == ["ui.people.page", "ui.plans.table", "ui.plans.row.Row"]
    assert imports.imports_of(parse("ui/plans/__init__.py", "from . import page"))[0].target == "ui.plans.page"


def test_what_a_document_loads_by_way_of_others_is_found() -> None:
    pure = parse("jobbpunkt/documents/plan.py", "from jobbpunkt.people import Person")
    tables = parse("jobbpunkt/people.py", "from sqlalchemy import select")
    assert imports.reaches([pure, tables], "jobbpunkt.documents", ["sqlalchemy"]) == [
        "jobbpunkt/people.py:1 imports sqlalchemy.select"
    ]
    assert imports.reaches([pure, parse("jobbpunkt/people.py", "import re")], "jobbpunkt.documents", ["sqlalchemy"]) == []


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        ("jobbpunkt/people/photo.py", "from PIL import Image", True),
        ("ui/cvs/files.py", "def late():\n    import zipfile", True),
        ("jobbpunkt/exchange/people.py", "from jobbpunkt.exchange import sheet", True),
        ("jobbpunkt/cases/people.py", "from jobbpunkt.exchange.sheet import read", True),
        ("ui/cvs/editor.py", "from jobbpunkt.resume import reading", True),
        ("jobbpunkt/foreign/child.py", "from jobbpunkt.exchange import sheet", False),
        ("tests/photo.py", "from PIL import Image", False),
    ],
)
def test_a_foreign_file_opened_beside_the_keys_is_found(path: str, code: str, told: bool) -> None:
    assert bool(imports.foreign_files([parse(path, code)])) is told


def three(last: str) -> list[Source]:
    return [parse("a/one.py", "from a import two"), parse("a/two.py", "from a.three import x"), parse("a/three.py", last)]


def test_an_import_circle_is_found_also_inside_a_function() -> None:
    around = ["a.one", "a.two", "a.three", "a.one"]
    assert imports.circle(imports.graph(three("import a.one"))) == around
    assert imports.circle(imports.graph(three("def late():\n    import a.one"))) == around


def test_an_import_for_types_makes_a_circle_too() -> None:
    assert imports.circle(imports.graph(three("if TYPE_CHECKING:\n    import a.one"))) == ["a.one", "a.two", "a.three", "a.one"]
    assert imports.circle(imports.graph(three("import os"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "engine = create_engine('sqlite://')",
        "REGISTER: Register = Register()",
        "_cache = {}",
        "_seen: list[str] = []",
        "pages = set()",
        "if True:\n    window = Window()",
        "PAGES = (Page('people'), Page('plans'))",
        "PAGES = tuple(Page(key) for key in 'ab')",
        "PAGES = {'people': Page()}",
        "count = 0\ndef more():\n    global count\n    count += 1",
        "PAGES = ['people']\ndef register(page):\n    PAGES.append(page)",
        "PAGES = {'people': 1}\ndef register(page):\n    PAGES[page] = 2",
    ],
)
def test_state_in_a_module_is_found(code: str) -> None:
    assert state.module_state([parse("jobbpunkt/pages.py", code)])


@pytest.mark.parametrize(
    "code",
    [
        "__all__ = []",
        "ZONE = ZoneInfo('Europe/Stockholm')",
        "DAYS = ('mon', 'tue')\nTITLES = {'sv': N_('Swedish')}",
        "WORD = re.compile('x')",
        "@dataclass(frozen=True)\nclass Page:\n    key: str\nPAGES = (Page('people'),)",
        "def rows():\n    found = []\n    found.append(1)\n    return found",
        "NAMES = ['a']\ndef rows(NAMES):\n    NAMES.append(1)",
        "class Page:\n    def __init__(self):\n        self.rows = []",
    ],
)
def test_a_constant_in_a_module_is_left_alone(code: str) -> None:
    assert state.module_state([parse("jobbpunkt/pages.py", code)]) == []


@pytest.mark.parametrize(
    "code",
    [
        "x = layout.itemAt(0)",
        "ask = self._grid.itemAtPosition",
        "[l.itemAt(n) for n in x]",
        "w.focusProxy()",
        "w.nextInFocusChain()",
    ],
)
def test_asking_a_layout_for_an_item_is_found(code: str) -> None:
    assert traps.layout_items([parse("ui/widgets/form.py", code)])
    assert traps.layout_items([parse("tests/ui/test_form.py", code)]) == []


@pytest.mark.parametrize("signal", ["context.changed", "self.context.locking", "context.operations.busy"])
def test_a_lambda_for_what_lives_longer_is_found(signal: str) -> None:
    assert traps.outliving([parse("ui/page.py", f"{signal}.connect(lambda: self.look())")]) == ["ui/page.py:1"]
    assert traps.outliving([parse("ui/page.py", f"{signal}.connect(self.look)")]) == []
    assert traps.outliving([parse("ui/page.py", "button.clicked.connect(lambda: context.lock())")]) == []


def test_a_frozen_class_that_is_called_by_a_subscript_is_found() -> None:
    frozen = "@dataclass(frozen=True, slots=True)\nclass Column(Generic[T]):\n    name: str"
    made = [parse("ui/widgets/table.py", frozen), parse("ui/page.py", "Column[Row]('a')\nColumn('b')\nBox[Row]()")]
    assert traps.subscripted(made) == ["ui/page.py:1"]


def test_a_context_that_is_passed_over_is_found() -> None:
    code = "QShortcut(keys, self, self.add, context=inside)"
    assert traps.passed_over([parse("ui/page.py", code)]) == ["ui/page.py:1"]
    assert traps.passed_over([parse("ui/page.py", "QShortcut(keys, self, self.add).setContext(inside)")]) == []


@pytest.mark.parametrize("wait", ["5000", "59_999", "PAUSE_MS + 5000"])
def test_a_wait_that_gives_up_soon_is_found(wait: str) -> None:
    assert traps.hurried([parse("tests/ui/test_x.py", f"qtbot.waitUntil(ready, timeout={wait})")]) == ["tests/ui/test_x.py:1"]
    assert traps.hurried([parse("tests/ui/test_x.py", "qtbot.waitUntil(ready)\nqtbot.waitUntil(ready, timeout=600_000)")]) == []


def test_a_day_of_utc_is_found() -> None:
    assert traps.days_elsewhere([parse("jobbpunkt/documents/looked.py", "day(one.at.date())")]) == [
        "jobbpunkt/documents/looked.py:1"
    ]
    assert traps.days_elsewhere([parse("jobbpunkt/documents/looked.py", "day(day_of(one.at))")]) == []
    assert traps.days_elsewhere([parse("jobbpunkt/base/clock.py", "return at_home(moment).date()")]) == []


@pytest.mark.parametrize("code", ["place = layout.indexOf(widget)", "def itemAt(self, index): ...", "layout.takeAt(0)"])
def test_other_questions_to_a_layout_are_left_alone(code: str) -> None:
    assert traps.layout_items([parse("ui/widgets/form.py", code)]) == []


def test_a_percentile_is_a_number_of_the_list() -> None:
    assert size.percentile([5], 0.95) == 5
    assert size.percentile([4, 1, 3, 2], 0.5) == 2
    assert size.percentile(list(range(1, 101)), 0.95) == 95


def test_a_function_is_as_long_as_its_lines_without_the_docstring() -> None:
    code = 'def f():\n    """Say\n    more.\n    """\n    a = 1\n    return a\n\ndef g(): return 1\n'
    assert size.function_lengths([parse("a.py", code)]) == {"a.py:1 f": 3, "a.py:8 g": 1}


def test_a_file_is_as_long_as_its_lines_unless_it_only_has_a_docstring() -> None:
    assert size.file_lengths([parse("a.py", '"""Words."""\nx = 1\n'), parse("b/__init__.py", '"""Words."""\n')]) == {"a.py": 2}


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("x = 1", ["ui/plan.py"]),
        ('"""Plan."""', ["ui/plan.py"]),
        ('"""Show the plans of one person."""\ndef save(): ...', ["ui/plan.py:2 save"]),
        ('"""Show the plans of one person."""\ndef save_the_plan():\n    """Save the plan."""', ["ui/plan.py:2 save_the_plan"]),
        (
            '"""Show the plans of one person."""\nclass Page:\n    """A page of plans."""\n    def show(self): ...',
            ["ui/plan.py:4 show"],
        ),
        ('"""Show the plans of one person."""\ndef _hidden(): ...', []),
        ('"""Show the plans of one person."""\nclass _Page:\n    def show(self): ...', []),
        ('"""Show the plans of one person."""\ndef save():\n    """Write the plan, and announce it."""\n    def done(): ...', []),
    ],
)
def test_a_missing_sentence_is_found(code: str, missing: list[str]) -> None:
    assert size.without_sentence([parse("ui/plan.py", code)]) == missing


@pytest.mark.parametrize("place", ["/" + "home/anna/x", "see /" + "work/main", "'/" + "root/.cache'", "C:/" + "Users/anna"])
def test_a_path_of_one_machine_is_found(place: str) -> None:
    assert text.machine_paths({"a.md": f"first\n{place}"})[0].startswith("a.md:2")


@pytest.mark.parametrize("place", ["/usr/lib/postgresql", "ui/home/page.py", "a/work/", "https://example.se/home/x", "/api/tmp"])
def test_other_paths_are_left_alone(place: str) -> None:
    assert text.machine_paths({"a.md": place}) == []


@pytest.mark.parametrize(
    "place", ["https://py" + "pi.org/x", "https://mirror.example/" + "simple/", "--index" + "-url x", "--find" + "-links x"]
)
def test_the_address_of_an_index_is_found(place: str) -> None:
    assert len(text.index_addresses({"requirements.lock": place})) == 1


def test_telling_the_lock_to_leave_the_index_out_names_none() -> None:
    assert text.index_addresses({"install.py": "--no-emit-index-url"}) == []


def a_number_of_nobody(day: str) -> str:
    """Find a valid number that stands in no list, and so could come to belong to somebody."""
    return next(f"{day}{serial:04d}" for serial in range(1000, 9999) if text.is_valid(f"{day}{serial:04d}", "20"))


def test_an_identity_number_outside_the_official_list_is_found_however_written() -> None:
    plain, coordination = a_number_of_nobody("891225"), a_number_of_nobody("891285")
    written = [
        plain,
        f"19{plain}",
        f"{plain[:6]}-{plain[6:]}",
        f"19{plain[:6]}-{plain[6:]}",
        f"{plain[:6]}+{plain[6:]}",
        coordination,
    ]
    for number in written:
        assert len(text.real_identity_numbers({"a.py": f"x = '{number}'"}, [])) == 1, number


def test_an_official_test_number_is_left_alone() -> None:
    official = text.official_test_numbers()
    assert len(official) > 43_000
    number = min(number for number in official if number.startswith("199"))
    assert text.real_identity_numbers({"a.py": number, "b.py": f"{number[2:8]}-{number[8:]}"}, official) == []


def test_other_numbers_are_left_alone() -> None:
    number = a_number_of_nobody("891225")
    others = [
        f"1{number}23",
        f"{number}-1",
        f"x{number}",
        number[:-1] + str((int(number[-1]) + 1) % 10),
        "0701740605",
        "202100-5448",
    ]
    for other in others:
        assert text.real_identity_numbers({"a.py": other}, []) == [], other


def test_the_map_is_read_from_the_first_block_below_its_heading() -> None:
    readme = "```\nno\n```\n## Map of the tree\nWords.\n```\nui/  Window.\n  plans/\nMakefile  Doors.\n```\n```\nmore\n```"
    assert text.mapped_names(readme) == {"ui", "Makefile"}
    assert text.mapped_names("# no map") == set()


def test_files_that_git_ignores_are_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text(".venv/\n*.mo\n", encoding="utf-8")
    for name in (".venv/x.py", ".git/config", "ui/a.py", "ui/a.mo", "b.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert ignored_names(tmp_path) == (".git", ".venv", "*.mo")
    assert [file.relative_to(tmp_path).as_posix() for file in kept_files(tmp_path)] == [".gitignore", "b.py", "ui/a.py"]


def test_migrations_written_by_a_program_are_not_judged_by_their_size() -> None:
    assert is_product(parse("migrations/env.py", ""))
    assert not is_product(parse("migrations/versions/0001_initial.py", ""))
    assert not is_product(parse("tests/test_rules.py", ""))


@pytest.mark.parametrize(
    "code",
    [
        "class Page:\n    nouns = frozenset({'plan'})",
        "NOUNS: frozenset[str] = frozenset()",
        "def wire(self):\n    self.context.changed.connect(self._on_change)",
        "class Page:\n    def refresh(self):\n        operation.read(self, self.context, plans.all_plans, self._show)",
    ],
)
def test_nouns_kept_by_hand_in_the_window_are_found(code: str) -> None:
    assert reading.kept_by_hand([parse("ui/plans/page.py", code)])
    assert reading.kept_by_hand([parse("tests/ui/test_plans.py", code)]) == []


def test_reading_through_what_is_live_is_left_alone() -> None:
    code = "def refresh(self):\n    self.live.read(plans.all_plans, self._show)\n    field.changed.connect(self.refresh)"
    assert reading.kept_by_hand([parse("ui/plans/page.py", code)]) == []


@pytest.mark.parametrize(
    "code",
    [
        "def late(uow):\n    uow.session.add(row)",
        "def late(session):\n    session.delete(row)",
        "def late(self):\n    self._session.merge(row)",
        "def late(uow):\n    uow.session.execute(sa.update(Person).values(city=''))",
        "def late(uow):\n    uow.session.execute(Person.__table__.delete())",
        "from sqlalchemy import delete, select",
        "from sqlalchemy.dialects.sqlite import insert",
    ],
)
def test_what_is_written_past_the_unit_of_work_is_found(code: str) -> None:
    assert len(writing.past_the_unit([parse("jobbpunkt/people/details.py", code)])) == 1
    assert writing.past_the_unit([parse("tests/registers.py", code)]) == []


def test_the_engine_room_may_send_statements_but_keeps_no_records() -> None:
    code = "from sqlalchemy import insert\nconnection.execute(insert(SearchEntry), entries)"
    assert writing.past_the_unit([parse("jobbpunkt/register/index.py", code)]) == []
    assert writing.past_the_unit([parse("jobbpunkt/register/undo.py", "uow.session.add(row)")])
    assert writing.past_the_unit([parse(writing.KEEPS_RECORDS, "self.session.add(row)")]) == []


@pytest.mark.parametrize(
    "code", ["uow.add(row)", "seen.add(row)", "uow.session.execute(select(Person))", "session.scalar(query)"]
)
def test_reading_and_the_unit_of_work_itself_are_left_alone(code: str) -> None:
    assert writing.past_the_unit([parse("jobbpunkt/people/details.py", code)]) == []


@pytest.mark.parametrize(
    "code",
    [
        "x = f\"{words('Late')}: {number}\"",
        "x = f'{self.words(row.label)} {number}'",
        "x = f\"{self._words.plural('{n} row', '{n} rows', n)}.\"",
        "x = f\"a {N_('Late')} b\"",
        "title = f\"{words.text('Late')} – {name}\"",
    ],
)
def test_a_sentence_in_pieces_is_found(code: str) -> None:
    assert speech.glued([parse("ui/plans/page.py", code)])
    assert speech.glued([parse("jobbpunkt/documents/late.py", code)])


def test_what_the_extractor_does_not_see_is_why_sentences_are_not_glued() -> None:
    code = b"x = f\"{words('Late')}\"\ny = words('Soon')"
    seen = [message for _, message, _, _ in extract("python", BytesIO(code), keywords={"words": None})]
    assert ("Soon" in seen, "Late" in seen) == (True, sys.version_info >= (3, 12)), "from 3.12 on an f-string is many tokens"


@pytest.mark.parametrize(
    "code", ['x = f"{row.name} {number}"', "x = f'{words.number(n)} · {words.day(day)}'", 'x = words("{n} %", n=f"{n}")']
)
def test_numbers_days_and_whole_sentences_are_left_alone(code: str) -> None:
    assert speech.glued([parse("ui/plans/page.py", code)]) == []


@pytest.mark.parametrize(
    "code",
    [
        "def shorten(): ...",
        "def shorten():\n    return shorten()",
        "class Row:\n    def shorten(self): ...\n\nROW = Row()",
        "class Row: ...",
        "from PySide6.QtWidgets import QWidget\nclass Row(QWidget):\n    def shorten(self): ...\n\nROW = Row()",
    ],
)
def test_what_only_tests_use_is_found(code: str) -> None:
    product = [
        parse("ui/plans/page.py", code),
        parse("ui/plans/__init__.py", "from ui.plans.page import shorten\n__all__ = ['shorten']"),
    ]
    assert len(unused.unused([*product, parse("tests/ui/test_plans.py", "shorten()\nRow().shorten()")])) == 1


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("def shorten(): ...", "page.shorten()"),
        ("class Row: ...", "CARDS = ('ui.plans.page:Row',)"),
        ("@app.command('x')\ndef shorten(): ...", ""),
        ("from PySide6.QtWidgets import QWidget\nclass Row(QWidget):\n    def sizeHint(self): ...", "Row()"),
        (
            "class Row(Base):\n    def sizeHint(self): ...",
            "from PySide6.QtWidgets import QWidget\nclass Base(QWidget): ...\nRow()",
        ),
        ("from sqlalchemy import TypeDecorator as T\nclass Row(T[str]):\n    def process_bind_param(self): ...", "Row()"),
        ("class _Row:\n    def shorten(self): ...", ""),
    ],
)
def test_what_is_used_or_called_from_elsewhere_is_left_alone(code: str, other: str) -> None:
    assert unused.unused([parse("ui/plans/page.py", code), parse("ui/app.py", other)]) == []


def test_what_is_called_from_elsewhere_is_there() -> None:
    known = {f"{source.module}.{node.name}" for source in read_sources() for node in source.tree.body if hasattr(node, "name")}
    assert set(unused.CALLED_FROM_ELSEWHERE) <= known
