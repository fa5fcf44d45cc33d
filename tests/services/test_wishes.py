"""Wishes as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.palette.wishes import BookingWish, Deed, booking, deed

TODAY = date(2020, 6, 15)
FRIDAY = date(2020, 6, 19)


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("boka Samira fredag 10", BookingWish("Samira", FRIDAY, time(10))),
        ("Boka Samira Öberg fredag kl 10.30", BookingWish("Samira Öberg", FRIDAY, time(10, 30))),
        ("boka Samira i morgon", BookingWish("Samira", date(2020, 6, 16))),
        ("boka Samira +2v 9:15", BookingWish("Samira", date(2020, 6, 29), time(9, 15))),
        ("boka Samira 19 juni 8", BookingWish("Samira", FRIDAY, time(8))),
        ("boka Samira", BookingWish("Samira")),
        ("boka fredag", BookingWish("", FRIDAY)),
        ("boka", BookingWish()),
        ("boka Samira 2020-02-30", BookingWish("Samira", no_day="2020-02-30")),
        ("boka Samira Ek 30 feb kl 10", BookingWish("Samira Ek", None, time(10), "30 feb")),
        ("boka Samira 31/6", BookingWish("Samira", no_day="31/6")),
        ("boka Samira v 60", BookingWish("Samira", no_day="v 60")),
        ("boka 070174", BookingWish("070174")),
        ("bokar Samira fredag", None),
        ("", None),
    ],
)
def test_whom_and_when(typed: str, wish: BookingWish | None) -> None:
    assert booking(typed, TODAY) == wish


@given(st.text())
def test_anything_typed_is_read_or_passed_over(typed: str) -> None:
    assert booking(f"boka {typed}", TODAY) is not None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("räkna", (Deed.COUNT, "")),
        ("Räkna CV-boxen", (Deed.COUNT, "CV-boxen")),
        ("skriv ut  plan Anna Öst", (Deed.PRINT_PLAN, "Anna Öst")),
        ("skriv ut cv anna", (Deed.PRINT_CV, "anna")),
        ("ny anteckning Anna", (Deed.NEW_NOTE, "Anna")),
        ("stäng ärende Anna", (Deed.CLOSE, "Anna")),
        ("print plan Anna", (Deed.PRINT_PLAN, "Anna")),
        ("räknare", None),
        ("skriv ut", None),
        ("", None),
    ],
)
def test_a_deed_is_read_with_whom_it_is_about(typed: str, wanted: object) -> None:
    assert deed(typed) == wanted
