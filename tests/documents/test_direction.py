"""Which way paragraphs run, and that numbers and addresses keep their own order in each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.documents.scripts import direction

# What people write that must be read as it stands.
OWN = (
    "070-174 06 20",
    "+46 70 174 06 20",
    "+46 (0)70-174 06 20",
    "031-12 34 56",
    "2020-06-15",
    "10-11",
    "10–11",
    "09:00",
    "09:00–11:30",
    "3 500 kr",
    "1\xa0200,50\xa0€",
    "25 %",
    "20°C",
    "-5",
    "3,5 h",
    "٠٧٠-١٧٤ ٠٦ ٢٠",
    "۰۷۰-۱۷۴ ۰۶ ۲۰",
    "anna.berg+jobb@example.se",
    "https://example.se/sök?q=a-b#c",
    "www.example.se/ett-två",
)
AROUND = st.text("אב نور،.:() -", max_size=12)


def visual(text: str) -> str:
    levels = direction.levels(text, direction.base_level(text))
    return "".join(text[place] for place in direction.in_visual_order(range(len(text)), lambda place: levels[place]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("אבג (abc) דהו", "והד )abc( גבא"),
        ("אבג abc (def)", "abc (def) גבא"),
        ("abc (אבג)", "abc (גבא)"),
        ("אב 1, 2, 3 גד", "דג 3 ,2 ,1 בא"),
        ("אב 2020-01-31 – 2020-02-29 גד", "דג 2020-02-29 – 2020-01-31 בא"),
        ("אב 2020-06-15 09:00", "09:00 2020-06-15 בא"),
    ],
)
def test_lines_run_in_the_order_of_the_unicode_algorithm(text: str, seen: str) -> None:
    assert visual(text) == seen


@given(AROUND, st.sampled_from(OWN), AROUND)
def test_numbers_and_addresses_keep_their_order_in_any_text(before: str, own: str, after: str) -> None:
    assert own in visual(f"نور{before} {own} {after}نور")


@given(AROUND, st.lists(st.sampled_from(OWN), min_size=2, max_size=4), AROUND)
def test_several_of_them_run_from_the_right_one_after_the_other(before: str, own: list[str], after: str) -> None:
    seen = visual(f"نور{before} {' نور '.join(own)} {after}نور")
    for one in reversed(own):
        assert one in seen
        seen = seen[seen.index(one) + len(one) :]


def test_a_list_of_numbers_is_no_number() -> None:
    assert [match[0] for match in direction.own_order("1, 2, 3. A4")] == ["1", "2", "3"]


def test_a_day_and_a_time_are_two() -> None:
    assert [match[0] for match in direction.own_order("3 2020-06-15 09:00.")] == ["3", "2020-06-15", "09:00"]


@pytest.mark.parametrize("part", ["1", "1 ", "a", "a.", "a@", "(1)", "www.", "1-", "0:0 ", "-", "a@b.", "١ "])
def test_looking_for_numbers_in_an_endless_text_ends(part: str) -> None:
    text = (part * 40_000)[:40_000]  # a pattern that tries each sign from each other would take minutes
    places = [place for match in direction.own_order(text) for place in match.span()]
    assert places == sorted(places)


@given(st.text("دبጀก( )[]1٢ab.,-@\u200c", max_size=40), st.sampled_from([0, 1]))
def test_every_sign_has_a_level(text: str, base: int) -> None:
    assert len(direction.levels(text, base)) == len(text)


@pytest.mark.parametrize(
    ("text", "base", "level"),
    [
        ("نور", None, 1),
        ("Noor", None, 0),
        ("070-174 06 20", None, 0),
        ("070-174 06 20", "rtl", 1),
        ("– ☐ …", "rtl", 1),
        ("– ☐ …", "ltr", 0),
        ("SFI دورة اللغة", None, 0),
        ("SFI دورة اللغة", "rtl", 1),
        ("Jag heter نور och bor här", "rtl", 0),
        ("نور", "ltr", 1),
        ("أعمل في IKEA Västerås مع Åsa Öberg", "rtl", 1),
        ("أعمل في IKEA Västerås مع Åsa Öberg", "ltr", 1),
        ("nour@example.se البريد", None, 1),
        ("nour@example.se", "rtl", 1),
    ],
)
def test_a_paragraph_runs_as_its_letters_do_and_else_as_its_paper(text: str, base: direction.Base | None, level: int) -> None:
    assert direction.base_level(text, base) == level
