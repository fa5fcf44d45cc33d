"""Any tree of blocks with any text in it can be printed, and none of it is lost or leaves the page."""

import re
from io import BytesIO
from itertools import count, pairwise

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jobbpunkt.documents.looks import BLACK, CV_COMPACT, LARGE, ORDINARY, Look
from jobbpunkt.documents.pdf import write
from jobbpunkt.documents.tree import (
    Beside,
    Block,
    Callout,
    Chart,
    ChartKind,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Lines,
    Mark,
    PageBreak,
    Quotation,
    Section,
    Series,
    Signatures,
    Signer,
    Step,
    Steps,
    Table,
    Text,
    Together,
)
from tests.documents.papers import paper
from tests.documents.test_pdf_pages import assert_inside, assert_marked

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
TEXT = "Ö0x"  # stands for a text of its own


def leaves() -> st.SearchStrategy[Block]:
    texts = st.integers(1, 400).map(lambda times: Text(" ".join([TEXT] * times)))
    return st.one_of(
        texts,
        st.builds(Heading, st.just(TEXT), st.integers(1, 4)),
        st.just(Lines(3)),
        st.just(PageBreak()),
        st.just(Quotation(TEXT, TEXT)),
        st.just(Facts(((TEXT, TEXT), (TEXT, TEXT)))),
        st.just(Steps((Step(TEXT, TEXT, TEXT), Step(TEXT, is_done=True)), 1)),
        st.just(Signatures((Signer(TEXT, TEXT),), TEXT, signature=TEXT)),
        st.integers(1, 40).map(lambda rows: Table((TEXT, TEXT), ((TEXT, TEXT),) * rows, has_total=True)),
    )


def holders(below: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    parts = st.lists(below, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Callout, parts, st.just(TEXT)),
        st.builds(Together, parts),
        st.builds(Section, st.just(TEXT), parts),
        st.builds(Beside, st.just(TEXT), parts),
        st.tuples(parts, parts).map(Columns),
        parts.map(lambda held: Items((Item(TEXT, Mark.DOT, held), Item(TEXT, Mark.BOX)))),
        parts.map(lambda held: Table((TEXT, TEXT), ((TEXT, held),))),
    )


TREES = st.lists(st.recursive(leaves(), holders, max_leaves=12), min_size=1, max_size=5).map(tuple)


def numbered(value: object, numbers: "count[int]") -> object:
    """Return a tree in which every text that stands for one of its own has a number of its own."""
    if isinstance(value, str) and TEXT in value:
        return " ".join(f"Ö{next(numbers)}x" for _ in value.split())
    if isinstance(value, tuple):
        return tuple(numbered(part, numbers) for part in value)
    if hasattr(value, "__dataclass_fields__"):
        fields = {name: numbered(getattr(value, name), numbers) for name in value.__dataclass_fields__}
        return type(value)(**fields)
    return value


def is_parted(word: str, pages: list[str]) -> bool:
    """Tell whether a word goes on at the next page, in a column too narrow for it.

    What stands in the columns beside it comes after its beginning, and a header may stand before its end.
    """
    cuts = range(1, len(word))
    return any(
        re.search(rf"{word[:cut]}(?=Ö|$)", here) and word[cut:] in there for cut in cuts for here, there in pairwise(pages)
    )


@SLOW
@given(blocks=TREES, look=st.sampled_from([ORDINARY, LARGE, BLACK, CV_COMPACT]), language=st.sampled_from(["sv", "ar"]))
def test_any_tree_can_be_printed(blocks: tuple[Block, ...], look: Look, language: str) -> None:
    numbers = count(10000)
    made = numbered(blocks, numbers)
    assert isinstance(made, tuple)
    pdf = write(paper(language, made), look)
    pages = ["".join(page.extract_text().split()).partition("JobbpunktMimer")[0] for page in PdfReader(BytesIO(pdf)).pages]
    lost = {f"Ö{number}x" for number in range(10000, next(numbers))} - set(re.findall(r"Ö\d{5}x", "".join(pages)))
    assert [word for word in lost if not is_parted(word, pages)] == []
    assert_inside(pdf, look)
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            assert_marked(page)


VALUES = st.lists(st.none() | st.floats(-1e6, 1e6, allow_nan=False), max_size=14).map(tuple)
CHARTS = st.builds(
    Chart,
    st.sampled_from(ChartKind),
    st.lists(st.text(max_size=30), min_size=1, max_size=14).map(tuple),
    st.lists(st.builds(Series, st.text(max_size=60), VALUES), min_size=1, max_size=5).map(tuple),
    st.just("alternative"),
    unit=st.text(max_size=90),
    target=st.none() | st.floats(-10, 10),
    target_label=st.text(max_size=60),
    cut=st.text(max_size=90),
    has_box=st.booleans(),
)


@SLOW
@given(chart=CHARTS, look=st.sampled_from([ORDINARY, LARGE]), language=st.sampled_from(["sv", "ar"]))
def test_any_chart_can_be_printed(chart: Chart, look: Look, language: str) -> None:
    assert_inside(write(paper(language, (chart,)), look), look)


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_words_below_a_stack_find_room(language: str) -> None:
    labels = tuple(f"svarsalternativ{number}" for number in range(6))
    chart = Chart(ChartKind.STACK, labels, (Series("", (1.0, 40.0, 0.5, None, 0.125, 2.0)),), "alternative")
    pdf = write(paper(language, (chart,)), LARGE)
    assert_inside(pdf, LARGE)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert [label for label in labels if label not in text] == ["svarsalternativ3"], "only what nobody answered is left out"


@SLOW
@pytest.mark.parametrize("language", ["sv", "ar"])
@given(typed=st.text(st.characters(codec="utf-16", exclude_categories=()), max_size=200))
def test_any_text_can_be_printed(language: str, typed: str) -> None:
    write(paper(language, typed=typed), ORDINARY)
