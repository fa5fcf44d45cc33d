"""Signs that no font has are told before they are printed, and stand as � on the paper, never as an empty box."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.words import Words
from jobbpunkt.documents.missing import missing_sentence, missing_signs
from jobbpunkt.documents.scripts import fonts, shaping
from jobbpunkt.documents.text import UNKNOWN, clean
from jobbpunkt.documents.tree import Item, Items, Paper, Phrase, Table, Text
from tests.documents.samples import PLAN

ALPHABETS = {
    "swedish": "abcdefghijklmnopqrstuvwxyzåäöéàü ABCÅÄÖ – — … „”’»« € § ° ½ % ‰ @ ✓ ☐ ☑ → • ★",
    "arabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ًٌٍَُِّْ ٠١٢٣٤٥٦٧٨٩ ، ؛ ؟ ٪",
    "persian and dari": "پچژگکی ‌ ۰۱۲۳۴۵۶۷۸۹ ٔ",
    "sorani": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ",
    "pashto": "ټځڅډړږښګڼۀۍې",
    "kurmanji": "çêîşûÇÊÎŞÛ",
    "tigrinya": "ሀለሐመሠረሰሸቀቐበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ ኣኤእኦ ፡ ። ፣ ፤ ፥ ፦ ፩፪፫",
    "bosnian, croatian, serbian": "čćđšžČĆĐŠŽ ђјљњћџЂЈЉЊЋЏ абвгдежзиклмнопрстуфхцчш",
    "turkish": "çğıİöşüÇĞÖŞÜâîû",
    "polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "ukrainian": "ґєіїҐЄІЇ абвгдежзийклмнопрстуфхцчшщьюя ʼ ₴",
    "thai": "".join(chr(code) for code in [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]),
    "hebrew": "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
    "devanagari": "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह ा ि ी ु ू े ै ो ौ ् ं ः ।",
    "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև ԱԲԳ ։ ՞",
    "greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς",
}


@pytest.mark.parametrize("script", ALPHABETS)
@pytest.mark.parametrize("main", [fonts.REGULAR, fonts.ITALIC, fonts.MEDIUM, fonts.SEMIBOLD, fonts.BOLD])
def test_every_language_of_the_paper_can_be_printed_in_every_weight(script: str, main: str) -> None:
    assert missing_signs(ALPHABETS[script]) == ()
    assert [sign for sign in clean(ALPHABETS[script]) if fonts.font_for(sign, main) is None] == []


def test_missing_signs_are_named_once_each() -> None:
    assert missing_signs("hej 🙂 中🙂 ok") == ("🙂 U+1F642", "中 U+4E2D")
    assert missing_signs(f"privat \ue000{UNKNOWN}") == (f"{UNKNOWN} U+E000",)


def test_what_is_left_out_without_a_trace_is_not_missing() -> None:
    assert missing_signs("a\u202eb\u200b❤\ufe0f\x07 می\u200cگردم\tnästa\nrad") == ()


def test_a_whole_paper_is_gone_through() -> None:
    deep = Items((Item("a 🙂", parts=(Text(Phrase("b", "sv", "c 中", "zh")),)),))
    table = Table(("d",), (("e 々", (Text("f 火"),)),))
    paper = Paper("g", "sv", (deep, table), "h 木", foot="i 林")
    assert [sign[0] for sign in missing_signs(paper)] == list("🙂中々火木林")
    assert missing_signs(replace(PLAN, person="Noor 🙂")) == ("🙂 U+1F642",)
    assert missing_signs(PLAN) == ()
    assert missing_signs({"a": ["中"]}) == ("中 U+4E2D",)


def test_one_sentence_tells_of_them(words_en: Words, words_sv: Words) -> None:
    assert missing_sentence("hej", words_en) == ""
    told = "These signs cannot be printed: 🙂 U+1F642. They show as � on the paper."
    assert missing_sentence("hej 🙂", words_en) == told
    assert "kan inte skrivas ut: 🙂 U+1F642." in missing_sentence("hej 🙂", words_sv)
    many = missing_sentence("".join(map(chr, range(0x4E00, 0x4E40))), words_en)
    assert many.count("U+") == 8
    assert ", …. They" in many


@given(st.text(max_size=60))
def test_what_is_not_told_is_drawn_and_what_is_told_is_shown_as_unknown(text: str) -> None:
    shown = clean(text).replace("\n", " ")
    drawn = shaping.Paragraph(shown, fonts.REGULAR).text
    assert (UNKNOWN in drawn) == bool(missing_signs(text) or UNKNOWN in text)
