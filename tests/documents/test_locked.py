"""A PDF with a password: it opens with that alone, and tells readers what the plain one tells them."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from jobbpunkt.base.secret import new_password
from jobbpunkt.documents.pdf.locked import locked
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.summary import render_summary
from tests.documents.samples import SUMMARY

PASSWORD = new_password()


@pytest.fixture(scope="module")
def plain() -> bytes:
    return render_summary(SUMMARY, Setting())


@pytest.fixture(scope="module")
def closed(plain: bytes) -> bytes:
    return locked(plain, PASSWORD)


def test_it_says_nothing_without_its_password(closed: bytes) -> None:
    for wrong in ("", PASSWORD[:-1], PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(closed), password=wrong)
    reader = PdfReader(BytesIO(closed))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert b"Jobbpunkt" not in closed, "what is told of the file is encrypted with it"


def test_it_is_aes_256_of_the_latest_revision(closed: bytes) -> None:
    with pikepdf.open(BytesIO(closed), password=PASSWORD) as opened:
        told = opened.encryption
        assert (told.R, told.V, told.bits, told.stream_method.name) == (6, 5, 256, "aesv3")
        assert all(opened.allow)


def test_another_engine_reads_the_same_pages_with_it(plain: bytes, closed: bytes) -> None:
    reader = PdfReader(BytesIO(closed), password=PASSWORD)
    assert [page.extract_text() for page in reader.pages] == [page.extract_text() for page in PdfReader(BytesIO(plain)).pages]
    assert reader.metadata == PdfReader(BytesIO(plain)).metadata


def test_its_tags_stay(plain: bytes, closed: bytes) -> None:
    with pikepdf.open(BytesIO(plain)) as before, pikepdf.open(BytesIO(closed), password=PASSWORD) as after:
        for key in ("/MarkInfo", "/Lang", "/ViewerPreferences"):
            assert after.Root[key] == before.Root[key]
        assert _tags(after.Root.StructTreeRoot) == _tags(before.Root.StructTreeRoot) != []


def _tags(element: pikepdf.Object) -> list[str]:
    """Return every kind of tag under an element, in reading order."""
    kids: Any = element.get("/K", [])
    found = [str(element.S)] if "/S" in element else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _tags(kid)
    return found
