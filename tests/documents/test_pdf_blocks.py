"""Every block of the tree as a PDF: its text is there, it is tagged, in every language and look."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pdfua
import pytest
from pypdf import PdfReader

from jobbpunkt.documents.looks import BLACK, LARGE, LOOKS, ORDINARY, Look
from jobbpunkt.documents.pdf import write
from jobbpunkt.documents.tree import Block, Paper
from tests.documents.every import fonts_of, poppler_text
from tests.documents.papers import LANGUAGES, blocks, paper, say
from tests.documents.test_every import PAYLOADS

KINDS = tuple(blocks("sv"))
BY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
BY_KIND = pytest.mark.parametrize("kind", KINDS)
BY_LOOK = pytest.mark.parametrize("look", [ORDINARY, LARGE, BLACK], ids=lambda look: look.name)
# What the checker cannot ask of an element with several parts, in the version that is installed: it fails by itself.
NOT_ASKED = {"UA-14-001"}


def assert_is_tagged(pdf: bytes, folder: Path) -> None:
    """Check that the checker of tags finds nothing and that everything it knows was asked."""
    (folder / "paper.pdf").write_bytes(pdf)
    report = pdfua.validate(str(folder / "paper.pdf"))
    assert [finding.message for finding in report.findings] == []
    assert {outcome.rule_id for outcome in report.skipped} <= NOT_ASKED


def structure(pdf: bytes, *, with_text: bool = True) -> str:
    """Return the structure as Poppler tells it."""
    told = subprocess.run(
        ["pdfinfo", "-struct-text" if with_text else "-struct", "-"], input=pdf, capture_output=True, check=True
    )
    return told.stdout.decode()


def of(kind: str, language: str, typed: str = "") -> Paper:
    """Return a paper with one block, below a heading."""
    made = blocks(language, typed)
    parts: tuple[Block, ...] = (made["heading"], made[kind]) if kind not in {"opening", "heading"} else (made[kind],)
    return paper(language, parts)


@BY_KIND
@BY_LANGUAGE
@BY_LOOK
def test_every_block_is_tagged(kind: str, language: str, look: Look, tmp_path: Path) -> None:
    pdf = write(of(kind, language), look)
    assert_is_tagged(pdf, tmp_path)
    assert write(of(kind, language), look) == pdf


@BY_LANGUAGE
@BY_LOOK
def test_a_whole_paper_is_tagged_and_whole(language: str, look: Look, tmp_path: Path) -> None:
    pdf = write(paper(language), look)
    assert_is_tagged(pdf, tmp_path)
    assert write(paper(language), look) == pdf
    info = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "Tagged:          yes" in info
    assert "2020" in next(line for line in info.splitlines() if line.startswith("CreationDate"))
    told = structure(pdf, with_text=False)
    for kind in ("H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "BlockQuote", "Link"):
        assert re.search(rf"^ *{kind}\b", told, re.MULTILINE), kind
    assert "/Scope /Column" in told
    assert "/Scope /Row" in told


@pytest.mark.parametrize("look", LOOKS.values(), ids=lambda look: look.name)
def test_every_look_draws_every_block(look: Look) -> None:
    pdf = write(paper("sv"), look)
    assert "Söka tre arbeten" in poppler_text(pdf)
    assert [name for name, embedded in fonts_of(pdf) if not embedded or "+Noto" not in name] == []


@BY_LANGUAGE
def test_every_phrase_is_read_back(language: str) -> None:
    found = _plain(poppler_text(write(paper(language), ORDINARY)))
    for key in ("plan", "wish", "steps", "next", "help", "agree", "sign", "cut"):
        said = say(key, language)
        assert _plain(said.text) in found, key
        assert _plain(said.beside) in found, key


def _plain(text: str) -> str:
    """Leave out blanks and full stops, which Poppler puts at the wrong end of a line that runs from the right."""
    return re.sub(r"[\s.]+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_hostile_text_stays_text(payload: str, language: str, tmp_path: Path) -> None:
    for look in (ORDINARY, LARGE):
        pdf = write(paper(language, typed=payload), look)
        assert_is_tagged(pdf, tmp_path)
        reader = PdfReader(BytesIO(pdf))
        assert not {"/Names", "/OpenAction", "/AcroForm"} & set(reader.root_object)
        for page in reader.pages:
            for note in page.get("/Annots", []):
                assert note.get_object()["/A"]["/URI"].startswith(("tel:", "mailto:"))
        if payload.isascii() and payload.isprintable() and "<" in payload:
            assert payload.replace(" ", "") in poppler_text(pdf).replace(" ", "")
