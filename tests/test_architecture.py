"""The rules of the house, held by tests: who imports whom, how large, how said, and what may stand nowhere."""

import ast
from collections.abc import Mapping, Sequence

import pytest

import install
from tests.rules import imports, reading, size, speech, state, text, told, traps, unused, writing
from tests.rules.tree import ROOT, Source, is_product, kept_files, read_sources, read_texts, relative


@pytest.fixture(scope="module")
def sources() -> tuple[Source, ...]:
    return read_sources()


@pytest.fixture(scope="module")
def product(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if is_product(source)]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return read_texts()


def test_floors_import_only_downwards(sources: Sequence[Source]) -> None:
    assert imports.forbidden_imports(sources) == []


def test_documents_load_neither_database_nor_window(sources: Sequence[Source]) -> None:
    never = ("sqlalchemy", "alembic", "sqlcipher3", "psycopg", *imports.QT)
    assert imports.reaches(sources, "jobbpunkt.documents", never) == []


def test_foreign_files_are_opened_in_a_process_without_keys(sources: Sequence[Source]) -> None:
    assert imports.foreign_files(sources) == []


def test_modules_never_import_in_a_circle(sources: Sequence[Source]) -> None:
    assert imports.circle(imports.graph(sources)) == []


def test_modules_hold_no_state(product: Sequence[Source]) -> None:
    assert state.module_state(product) == []


def longest(lengths: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(lengths.items(), key=lambda item: -item[1])[: len(lengths) // 20 + 1]


def test_functions_are_small(sources: Sequence[Source], product: Sequence[Source]) -> None:
    assert size.percentile(list(size.function_lengths(product).values()), 0.5) <= 8
    lengths = size.function_lengths([source for source in sources if "/versions/" not in source.path])
    assert size.percentile(list(lengths.values()), 0.95) < 30, longest(lengths)


def test_files_are_small(sources: Sequence[Source]) -> None:
    lengths = size.file_lengths([source for source in sources if "/versions/" not in source.path])
    assert size.percentile(list(lengths.values()), 0.5) <= 150
    assert size.percentile(list(lengths.values()), 0.95) < 400, longest(lengths)


def test_everything_public_says_what_it_is(product: Sequence[Source]) -> None:
    assert size.without_sentence(product) == []


def test_windows_are_built_in_code_and_never_wait_by_processing_events(sources: Sequence[Source]) -> None:
    names = [(s.path, getattr(node, "attr", "")) for s in sources for node in ast.walk(s.tree)]
    assert [path for path, name in names if name == "processEvents"] == []
    assert [relative(file) for file in kept_files() if file.suffix == ".ui"] == []


def test_no_layout_is_asked_for_its_items(sources: Sequence[Source]) -> None:
    assert traps.layout_items(sources) == []


def test_nothing_is_called_again_after_it_is_gone(sources: Sequence[Source]) -> None:
    assert traps.outliving(sources) == []


def test_no_shortcut_is_given_a_context_that_is_passed_over(sources: Sequence[Source]) -> None:
    assert traps.passed_over(sources) == []


def test_no_frozen_class_is_called_by_a_subscript(sources: Sequence[Source]) -> None:
    assert traps.subscripted(sources) == []


def test_no_test_gives_up_waiting_sooner_than_a_busy_machine_needs(sources: Sequence[Source]) -> None:
    assert traps.hurried(sources) == []


def test_the_day_of_an_instant_is_that_of_sweden(sources: Sequence[Source]) -> None:
    assert traps.days_elsewhere(sources) == []


def test_what_is_shown_refreshes_from_what_its_reads_declare(sources: Sequence[Source]) -> None:
    assert reading.kept_by_hand(sources) == []


def test_what_changes_the_register_goes_through_the_unit_of_work(sources: Sequence[Source]) -> None:
    assert writing.past_the_unit(sources) == []


def test_sentences_are_not_glued_together(sources: Sequence[Source]) -> None:
    assert speech.glued(sources) == []


def test_nothing_is_there_for_tests_alone(sources: Sequence[Source]) -> None:
    assert unused.unused(sources) == []


def test_no_file_names_a_machine_or_an_index(texts: Mapping[str, str]) -> None:
    assert text.machine_paths(texts) == []
    assert text.index_addresses(texts) == []


def test_no_identity_number_can_belong_to_a_person(texts: Mapping[str, str]) -> None:
    assert text.real_identity_numbers(texts, text.official_test_numbers()) == []


def test_the_map_in_the_readme_is_true() -> None:
    kept = {relative(file).partition("/")[0] for file in kept_files()}
    assert text.mapped_names((ROOT / "README.md").read_text(encoding="utf-8")) == kept


def test_what_the_pages_of_docs_and_the_readme_name_is_there(sources: Sequence[Source]) -> None:
    tree = told.tree_of([relative(file) for file in kept_files()], sources, install.COMMANDS, told.commands())
    assert [line for path in told.TOLD for line in told.untrue(path, told.text_of(path), tree, told.STRANGE)] == []
