"""What must be told in docs/ and README is told; and what they name and is gone is found, which the rules of the house hold."""

import importlib.util
import re
import shlex
import tomllib

import pytest

import install
from tests.rules import told
from tests.rules.told import TOLD, text_of, tree_of, untrue
from tests.rules.tree import ROOT, parse, read_texts
from ui.pages import PAGES

HOOK = re.compile(r"(?m)^ +entry: (.+)$")


SMALL = tree_of(
    ["models/person.py", "jobbpunkt/people/details.py", "docs/trust.md", "README.md"],
    [parse("models/person.py", "class Person:\n    name = 1"), parse("jobbpunkt/people/details.py", "def create(uow): ...")],
    ["run", "test"],
    ["demo", "list people"],
)


@pytest.mark.parametrize(
    "words",
    [
        "`models/plan.py`",
        "`jobbpunkt/people/`s and `jobbpunkt/plans/`",
        "`models.plan`",
        "`python -m models.person.Plan`",
        "`details.change(uow, ...)`",
        "`Plan`",
        "`Person.age`",
        "`LONGEST_NAME`",
        "`jobseekers_happy`",
        "`make tea`",
        "```\npython install.py tea\n```",
        "    make tea",
        "`jobbpunkt list plans`",
        "`jobbpunkt tea --out out`",
        "[keys](keys.md)",
        "![a picture](../resources/pictures/none.png)",
    ],
)
def test_what_is_gone_is_found(words: str) -> None:
    assert len(untrue("docs/page.md", f"Before.\n\n{words}\n\nAfter.", SMALL)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "`models/person.py` and `models/`",
        "`models.person`, `models.person.Person`, `jobbpunkt.people`",
        "`details.create(uow)`, `Person.name`, `Person`",
        "`make run`, `python install.py test tests/ui`",
        "`jobbpunkt list people --format json`, `jobbpunkt FILE`",
        "[trust](trust.md#keys), [the top](../README.md), [out](https://example.se/none.md)",
        "`QLabel.buddy()`, `True`, `JOBBPUNKT_USER`, `models/NOUN.py`, `a/b`, `PRAGMA key`",
        "`Tea`",
    ],
)
def test_what_is_there_or_belongs_to_others_is_left_alone(words: str) -> None:
    assert untrue("docs/page.md", f"Before, {words} after.", SMALL, {"Tea"}) == []


def test_every_page_of_docs_is_led_to_from_the_readme() -> None:
    led = {link.partition("#")[0] for link in told.LINK.findall(text_of("README.md"))}
    assert [path for path in TOLD if path != "README.md" and path not in led] == []


def test_every_page_of_the_window_is_told_in_its_order() -> None:
    rows = re.findall(r"(?m)^\| `([a-z]+)` \|", text_of("docs/screens.md"))
    assert rows == [page.key for page in PAGES]


def test_every_command_of_the_makefile_is_told() -> None:
    readme = text_of("README.md")
    assert [name for name in install.COMMANDS if f"make {name}" not in readme] == []


def test_every_variable_is_told_and_no_other() -> None:
    """The program names its variables whole; Typer, the shell's completion, makes one of its own."""
    product = {name for path, text in read_texts().items() if path.startswith(("jobbpunkt/", "ui/")) for name in named(text)}
    assert named(text_of("README.md")) == product - {"JOBBPUNKT_COMPLETE"}


def named(words: str) -> set[str]:
    return set(told.VARIABLE.findall(words))


def test_every_package_is_told_among_the_dependencies_and_what_stands_in_bold_is_one() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[^\w-]", one)[0] for one in wanted}
    page = text_of("docs/dependencies.md")
    assert names - set(re.findall(r"[\w-]+", page)) == set()
    assert set(re.findall(r"\*\*([\w-]+)\*\*", page)) - names == set()


def test_every_name_in_the_map_is_there() -> None:
    """The names of the first column; another test compares the first of them with the top level."""
    lines = text_of("README.md").partition("## Map of the tree")[2].split("```")[1].splitlines()
    above, gone = "", []
    for line in filter(None, lines):
        names = re.split(r" {2,}", line.strip())[0].split()
        above = above if line[0].isspace() else names[0]
        gone += [name for name in names if not (ROOT / (above if line[0].isspace() else "") / name).exists()]
    assert gone == []


@pytest.mark.parametrize("entry", HOOK.findall(text_of(".pre-commit-config.yaml")))
def test_each_hook_starts_what_make_install_puts_in_place(entry: str) -> None:
    program, flag, module, *rest = shlex.split(entry)
    assert program == install.in_venv("python", install.VENV.relative_to(ROOT), "linux").as_posix()
    assert flag == "-m"
    assert importlib.util.find_spec(module) is not None
    assert [path for path in rest if "/" in path and not (ROOT / path).exists()] == []


def test_hooks_fetch_nothing() -> None:
    config = text_of(".pre-commit-config.yaml")
    assert re.findall(r"repo: (\S+)", config) == ["local"]
    assert set(re.findall(r"language: (\S+)", config)) == {"system"}
    assert config.count("entry: ") == config.count("- id: ") == len(HOOK.findall(config))
