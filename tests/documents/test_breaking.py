"""Where lines break: between words, also in Thai; never inside a number, nor between a letter and its marks."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.documents.scripts import breaking, fonts, shaping, wrapping

THAI = "ฉันต้องการหางานทำด้วยตนเองภายในปีนี้และเพิ่มเติมครั้งต่อไปเร็วๆนี้"
WORDS = ["ฉัน", "ต้องการ", "หา", "งาน", "ทำ", "ด้วย", "ตนเอง", "ภายใน", "ปี", "นี้", "และ", "เพิ่มเติม", "ครั้ง", "ต่อ", "ไป", "เร็วๆ", "นี้"]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in breaking.spans(text)]


def broken(text: str, room: float) -> list[str]:
    found = wrapping.lines(text, fonts.REGULAR, room)
    return ["".join(piece.text for piece in line.pieces) for line in found]


def test_thai_breaks_between_its_words() -> None:
    assert parts(THAI) == WORDS


def test_thai_does_not_break_after_what_makes_a_noun() -> None:
    assert parts("ผู้เข้าร่วมต้องการความช่วยเหลือในการทำงาน") == ["ผู้เข้าร่วม", "ต้องการ", "ความช่วยเหลือ", "ใน", "การทำงาน"]


@pytest.mark.parametrize("room", range(5000, 20000, 1700))
def test_lines_of_thai_hold_whole_words(room: int) -> None:
    left = list(WORDS)
    for line in broken(THAI, room):
        while line:
            word = left.pop(0)
            assert line.startswith(word), (line, word)
            line = line.removeprefix(word)
    assert left == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ett två", ["ett", " ", "två"]),
        ("ett\xa0två  tre", ["ett\xa0två", "  ", "tre"]),
        ("ring 070-174 06 20 nu", ["ring", " ", "070-174 06 20", " ", "nu"]),
        ("ሰላም፡ስራሕ።እዩ", ["ሰላም፡", "ስራሕ።", "እዩ"]),
        ("ไทย(IKEA)ไทย", ["ไทย(IKEA)ไทย"]),
        ("", []),
    ],
)
def test_other_text_breaks_at_blanks_and_word_marks(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_a_long_row_of_digits_may_break() -> None:
    assert len(parts("12 " * 30)) > 30


@given(st.text(alphabet="กาเแ้ ิำๆรักA( )1\xa0፡ሰب", max_size=60))
def test_no_sign_is_lost_between_the_parts(text: str) -> None:
    assert "".join(parts(text)) == text


@given(st.text(alphabet="กขเแ้ิำะاَّبA\u0301\u200d", min_size=1, max_size=60), st.integers(600, 4000))
def test_a_long_word_is_never_cut_before_a_mark(text: str, room: int) -> None:
    paragraph = shaping.Paragraph(text, fonts.REGULAR)
    cut = [word for whole in wrapping.words(paragraph) for word in wrapping._cut(paragraph, whole, room)]
    assert "".join(word.text for word in cut) == text
    for word in cut[1:]:
        is_word = word.start in {start for start, _ in breaking.spans(text)}
        assert is_word or unicodedata.category(word.text[0])[0] != "M"


def test_a_long_word_is_shaped_a_few_times_for_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    shaped = []
    taking = shaping.Paragraph.word

    def counted(paragraph: shaping.Paragraph, start: int, end: int) -> shaping.Word:
        shaped.append(end - start)
        return taking(paragraph, start, end)

    monkeypatch.setattr(shaping.Paragraph, "word", counted)
    for letters in ("ب", "ሰ", "å̌"):
        shaped.clear()
        text = (letters * 9000)[:9000]
        lines = wrapping.lines(text, fonts.REGULAR, 40_000)
        assert len(lines) > 20
        assert sum(shaped) < 6 * len(text)


def test_the_words_of_thai_are_fetched_when_thai_is_printed() -> None:
    told = (
        "import sys; from jobbpunkt.documents.scripts import breaking; "
        "list(breaking.spans({!r})); print('thaibreak' in sys.modules)"
    )
    for text, expected in (("hej نور", "False"), ("ไทย", "True")):
        found = subprocess.run([sys.executable, "-c", told.format(text)], capture_output=True, text=True, check=True)
        assert found.stdout.strip() == expected
