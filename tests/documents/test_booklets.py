"""Booklets taken back out of their PDFs with Poppler and with PDFium: every word that was put in, and none besides."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobbpunkt.documents import tree
from jobbpunkt.documents.plan import plan_paper, render_plan
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.tree import ORGANISATION, Block, Paper, Phrase, Said
from tests.documents.samples import PLAN
from tests.documents.test_read_back import READERS, Reader, told, unspaced

# The wish and the present that people typed, in the language of the paper.
TYPED = {
    "sv": (PLAN.wished, PLAN.present),
    "ar": (
        "أريد عملاً ثابتاً في التنظيف أو الرعاية، ومن الأفضل أن يكون قريباً من بيتي.",
        "أسكن هنا منذ سنة. رقم هاتفي 070-174 06 20 وأدرس اللغة كل يوم.",
    ),
    "ti": ("ስራሕ ይደሊ ኣለኹ። ኣብ ከባቢ ገዛይ ክሰርሕ እደሊ።", "ኣብዚ ሓደ ዓመት ገይረ። ቋንቋ እመሃር ኣለኹ።"),
    "th": ("ฉันอยากมีงานประจำด้านทำความสะอาด ใกล้บ้าน", "ฉันอยู่ที่นี่มาหนึ่งปี เรียนภาษาทุกวัน ครั้งต่อไป"),
}
# The values of a chart stand where their points are; they are told in words of their own.
SECTIONS = ("background", "goals", "reviews", "agreement")
SETTINGS = [
    Setting(language, beside, look, sections=SECTIONS)
    for language in TYPED
    for beside in ("", "sv")
    for look in ("", "easy", "large", "easy,large,black")
    if beside != language
]
BY_SETTING = pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: f"{one.language}-{one.beside}-{one.look}")


@READERS
@BY_SETTING
def test_a_booklet_says_what_was_put_in_and_nothing_besides(setting: Setting, reader: Reader) -> None:
    data = plan_in(setting.language)
    pdf = render_plan(data, setting)
    text = reader(pdf)
    words = setting.words()
    put_in = [*of_blocks(plan_paper(data, words, SECTIONS).blocks, is_one_column=bool(setting.look))]
    put_in += around(plan_paper(data, words, SECTIONS), len(PdfReader(BytesIO(pdf)).pages), text.count(ORGANISATION.split()[0]))
    assert signs(" ".join(put_in)) - signs(text) == Counter()
    assert signs(text) - signs(" ".join(put_in)) == Counter()


@READERS
@BY_SETTING
def test_each_text_of_a_booklet_is_read_in_its_order(setting: Setting, reader: Reader) -> None:
    data = plan_in(setting.language)
    text = unspaced(reader(render_plan(data, setting)))
    # What the readers turn around on pages from the right, docs/facts.md tells: there each word is found, in whatever order.
    is_in_order = setting.language != "ar"
    for said in of_blocks(plan_paper(data, setting.words(), SECTIONS).blocks, is_one_column=bool(setting.look)):
        for line in said.split("\n"):
            if not is_mixed(line):
                for part in [line] if is_in_order else words_of(line):
                    assert unspaced(part) in text, line


def plan_in(language: str) -> PlanDocument:
    """Return the plan with what a person typed in a language."""
    wished, present = TYPED[language]
    return replace(PLAN, wished=wished, present=present)


def words_of(line: str) -> list[str]:
    """Return the words of a line, without the signs around them."""
    return re.findall(r"\w+", told(line))


def is_mixed(line: str) -> bool:
    """Tell whether letters of both directions stand on a line: what readers make of those, docs/facts.md tells."""
    ways = {unicodedata.bidirectional(sign) for sign in line}
    return bool(ways & {"R", "AL"}) and bool(ways & {"L", "EN"})


def signs(text: str) -> Counter[str]:
    """Return how often each letter and figure stands in a text, whatever stands around it."""
    return Counter(sign for sign in told(text) if sign.isalnum() or unicodedata.category(sign) == "Mn")


def around(paper: Paper, pages: int, named: int) -> Iterator[str]:
    """Yield what stands at the head and the foot of every page; our name only where the title leaves it room."""
    assert 1 <= named <= pages
    yield from [ORGANISATION] * named
    for number in range(1, pages + 1):
        yield str(paper.head) if number == 1 else paper.title
        yield str(paper.foot)
        yield paper.pages.replace("{page}", str(number)).replace("{pages}", str(pages))


def of_blocks(blocks: tuple[Block, ...], *, is_one_column: bool) -> Iterator[str]:
    """Yield what blocks say, with the other language of each phrase."""
    for block in blocks:
        yield from _of(block, is_one_column=is_one_column)


def _of(block: Block, *, is_one_column: bool) -> Iterator[str]:
    match block:
        case tree.Section():
            parts = list(of_blocks(block.parts, is_one_column=is_one_column))
            drawn = parts or any(isinstance(part, tree.Steps | tree.Lines) for part in block.parts) or block.number
            yield from [*_said(block.heading), *([str(block.number)] if block.number else []), *parts] if drawn else ()
        case tree.Together() | tree.Callout():
            yield from _said(getattr(block, "title", ""))
            yield from of_blocks(block.parts, is_one_column=is_one_column)
        case tree.Columns():
            for column in block.columns:
                yield from of_blocks(column, is_one_column=is_one_column)
        case _:
            yield from _of_texts(block, is_one_column=is_one_column)


def _of_texts(block: Block, *, is_one_column: bool) -> Iterator[str]:
    match block:
        case tree.Steps():
            for step in block.steps:
                beside = [step.told] if is_one_column and str(step.told) else [step.who, step.when]
                yield from _all(step.said, *beside)
        case tree.Facts():
            yield from _all(*(said for pair in block.pairs if str(pair[1]).strip() for said in pair))
        case tree.Signatures():
            yield from _all(block.sentence, *(said for one in block.signers for said in (one.name, one.role)))
            yield from _all(*[block.signature] * sum(not one.signed for one in block.signers))
        case tree.Opening():
            yield from _all(block.title, block.kicker, block.subtitle)
        case tree.Quotation():
            yield from _all(block.said, block.by)
        case tree.Code():
            yield from _all(block.code, block.said)
        case tree.Text():
            yield from _said(block.said)
        case _:
            assert isinstance(block, tree.Lines), block


def _all(*said: Said) -> Iterator[str]:
    for one in said:
        yield from _said(one)


def _said(said: Said) -> list[str]:
    return [text for text in (str(said), said.beside if isinstance(said, Phrase) else "") if text.strip()]
