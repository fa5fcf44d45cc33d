"""Lines broken at the phrase: each sentence on a line of its own, none too long, nothing lost, small words never left behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.documents.scripts.phrasing import broken

SOME = "jag och söker. Arbete i Bäckby, kl. 9 t.ex. som en lokalvårdare! مرحبا، እዩ። på Arbetsmarknadsförvaltningens 8 Sidor"
WORDS = st.lists(st.sampled_from(SOME.split(" ")), max_size=60)


def lines(text: str, most: int = 55, language: str = "sv") -> list[str]:
    return broken(text, most, lambda _: True, language).split("\n")


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        (
            "Jag vill ha ett fast arbete inom städ eller vård, helst nära Bäckby.",
            40,
            ["Jag vill ha ett fast arbete", "inom städ eller vård, helst nära Bäckby."],
        ),
        (
            "Jag och min coach gör det tillsammans senast tisdag 30 juni.",
            55,
            ["Jag och min coach gör det tillsammans", "senast tisdag 30 juni."],
        ),
        ("Jag ringer. Hon svarar.", 55, ["Jag ringer.", "Hon svarar."]),
        ("Vi ses kl. 10 hos t.ex. Anna A. Ek.", 55, ["Vi ses kl. 10 hos t.ex. Anna A. Ek."]),
        ("Läsa 8 Sidor tre gånger i veckan", 20, ["Läsa 8 Sidor", "tre gånger i veckan"]),
        ("Ring 070-174 06 20", 55, ["Ring 070-174 06 20"]),
        ("", 55, [""]),
    ],
)
def test_a_line_ends_where_one_draws_breath(text: str, most: int, said: list[str]) -> None:
    assert lines(text, most) == said


@given(words=WORDS, most=st.integers(8, 60), language=st.sampled_from(["sv", "en", "ar", ""]))
def test_nothing_is_lost_and_no_line_is_too_long(words: list[str], most: int, language: str) -> None:
    text = " ".join(words)
    made = lines(text, most, language)
    assert " ".join(made) == text
    assert all(len(line) <= most or " " not in line for line in made)


@given(words=WORDS, room=st.integers(5, 40))
def test_what_has_no_room_goes_to_the_next_line(words: list[str], room: int) -> None:
    made = broken(" ".join(words), 55, lambda line: len(line) <= room).split("\n")
    assert all(len(line) <= room or " " not in line for line in made)


@given(text=st.text(max_size=200))
def test_any_text_comes_back(text: str) -> None:
    assert broken(text, 30, lambda _: True).replace("\n", " ") == text.replace("\n", " ")


def test_small_words_stand_with_what_they_lead() -> None:
    text = "Hon arbetar på ett lager i Hälla och hon vill gärna prata svenska med kunder i butiken på måndagar och fredagar"
    for most in range(26, 60):
        for line in lines(text, most)[:-1]:
            assert line.split()[-1] not in {"på", "ett", "i", "och", "hon", "vill", "med"}, (most, line)
