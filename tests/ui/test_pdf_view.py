"""A PDF in the window, on disk and on paper."""

import io
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents import tree
from jobbpunkt.documents.drawing import Drawing, Kept
from jobbpunkt.documents.extract import render_extract
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.setting import Setting, Wish, drawn
from tests.documents.samples import EXTRACT
from ui.theme import Theme
from ui.widgets import printing
from ui.widgets.pdf_view import PdfView


def pdf_of(pages: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"Sida {number + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def pages(data: object) -> Drawing[object]:
    return Drawing(data, lambda _data, _setting: pdf_of(1), Setting())


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, words_sv: Words) -> PdfView:
    made = PdfView(words_sv)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_pages_are_counted_and_shown(view: PdfView) -> None:
    assert not view.save_button.isEnabled()
    view.show_pdf(pdf_of(3), "plan.pdf")
    assert (view.page_count, view.pages.text()) == (3, "3 sidor")
    assert view.save_button.isEnabled()
    view.show_pdf(pdf_of(1), "plan.pdf")
    assert view.pages.text() == "1 sida"
    view.clear()
    assert view.pages.text() == ""
    assert not view.print_button.isEnabled()


def test_signs_that_cannot_be_printed_are_told_above_the_pages(view: PdfView) -> None:
    view.show_pdf(pdf_of(1), "plan.pdf", pages(("Åsa", ["hej 🙂"])))
    assert "🙂 U+1F642" in view.notice.text
    view.show_pdf(pdf_of(1), "plan.pdf", pages(("Åsa", ["hej"])))
    assert view.notice.text == ""
    view.show_pdf(pdf_of(1), "plan.pdf", pages("中"))
    view.clear()
    assert view.notice.text == ""


def hello(text: str, setting: Setting) -> bytes:
    return drawn(tree.Paper(text, setting.language, (tree.Text(text),), "Coach"), setting, ORDINARY)


def test_a_paper_that_is_a_tree_can_be_saved_as_word_too(view: PdfView, tmp_path: Path) -> None:
    view.show_pdf(pdf_of(1), "plan.pdf", Kept(pdf_of(1)))
    assert not view.word_button.isVisible()
    paper = Drawing("Hej", hello, Setting("sv"))
    view.show_pdf(paper(), "plan.pdf", paper)
    assert view.word_button.isVisible()
    view.word_button.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == ["plan.docx"]
    target = tmp_path / "plan.docx"
    taken: list[bool] = []
    view.taken.connect(lambda: taken.append(True))
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    [said] = view.findChildren(QMessageBox)
    said.close()
    assert [part.text for part in docx.Document(str(target)).paragraphs] == ["Hej"]
    assert taken == [True]
    view.clear()
    assert not view.word_button.isVisible()


def test_a_language_that_nobody_has_read_is_told(view: PdfView) -> None:
    for language, told in (("ar", "Ingen som har vuxit upp med språket (arabiska) har läst papperets fasta ord än."), ("sv", "")):
        paper = Drawing("Hej", hello, Setting(language, "sv"))
        view.show_pdf(paper(), "plan.pdf", paper)
        assert view.notice.text == told


def half_said(text: str, setting: Setting) -> bytes:
    words = setting.words()
    blocks = (tree.Text(words("Coach")), tree.Text(words("Save")), tree.Text(words("Cancel")))
    return drawn(tree.Paper(text, setting.language, blocks, "Coach"), setting, ORDINARY)


def test_words_that_a_language_lacks_are_told(view: PdfView) -> None:
    paper = Drawing("Hej", half_said, Setting("pl", "sv"))
    view.show_pdf(paper(), "plan.pdf", paper)
    assert view.notice.text.startswith("2 meningar i papperet saknas på papperets språk och står på svenska.")
    assert paper.setting is not None
    again = paper.again(Wish(language="en").over(paper.setting))
    view.show_pdf(again(), "plan.pdf", again)
    assert view.notice.text == ""


def test_headings_of_an_extract_that_stay_in_swedish_are_told(view: PdfView) -> None:
    for language, is_told in (("fi", True), ("en", False), ("sv", False)):
        paper = Drawing(EXTRACT, render_extract, Setting(language))
        view.show_pdf(paper(), "utdrag.pdf", paper)
        assert ("Rubrikerna till det som är antecknat står på svenska." in view.notice.text) is is_told


def test_it_can_be_made_larger_and_smaller_within_bounds(view: PdfView) -> None:
    view.show_pdf(pdf_of(1), "plan.pdf")
    for _ in range(40):
        view.zoom(1.5)
    assert view.view.zoomFactor() == 5
    for _ in range(40):
        view.zoom(0.5)
    assert view.view.zoomFactor() == 0.25


def test_what_is_saved_is_what_was_shown(view: PdfView, tmp_path: Path) -> None:
    pdf = pdf_of(2)
    view.show_pdf(pdf, "plan.pdf")
    view.save_button.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    (folder := tmp_path / "papper").mkdir()
    target = folder / "plan.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    [said] = view.findChildren(QMessageBox)
    assert said.text() == f"Sparad som {target}"
    said.close()
    assert target.read_bytes() == pdf
    assert [file.name for file in folder.iterdir()] == ["plan.pdf"]


def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "papper"
    folder = place / "mapp.pdf"
    folder.mkdir(parents=True)
    for target, said in (
        (folder, f"{folder} är en mapp. "),
        (place / "ingen mapp" / "plan.pdf", "Det går inte att skriva i "),
    ):
        with pytest.raises(UserError) as refused:
            files.save(target, b"pdf")
        assert refused.value.text(Words("sv")).startswith(said)
    assert list(place.iterdir()) == [folder]


def test_printing_asks_for_the_printer(view: PdfView) -> None:
    view.show_pdf(pdf_of(1), "plan.pdf")
    view.print_button.click()
    dialog = view.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(("name", "saved"), [("paper.pdf", True), ("nowhere/paper.pdf", False)])
def test_printing_to_a_file_saves_the_paper_itself(qtbot: QtBot, view: PdfView, tmp_path: Path, name: str, saved: bool) -> None:
    paper = hello("Tisdag 28 januari", Setting())
    target = tmp_path / name
    view.show_pdf(paper, "plan.pdf")
    taken: list[bool] = []
    view.taken.connect(lambda: taken.append(True))
    view.print_button.click()
    dialog = view.findChild(QPrintDialog)
    assert dialog is not None
    file = dialog.findChild(QLineEdit, "filename")
    assert file is not None
    file.setText(str(target))
    dialog.accept()
    assert taken == [True] * saved
    assert (target.exists() and target.read_bytes() == paper) == saved
    if saved:
        reader = PdfReader(target)
        assert "Tisdag 28 januari" in reader.pages[0].extract_text()
        assert "/StructTreeRoot" in reader.root_object
    else:
        [said] = view.findChildren(QMessageBox)
        assert str(target) in said.text()
        said.accept()
    dialog.close()


def test_every_page_reaches_the_paper(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(target))
    printer.setResolution(100)
    printing.paint(printer, pdf_of(3))
    owner = QObject()
    printed: QPdfDocument = printing.load(target.read_bytes(), owner)
    assert printed.pageCount() == 3
    image = printed.render(2, printed.pagePointSize(2).toSize())
    inked = [x for x in range(60, 130) for y in range(120, 160) if image.pixelColor(x, y).lightness() < 160]
    assert len(inked) > 10
    printed.close()


def test_the_keyboard_reaches_the_pages(view: PdfView) -> None:
    assert view.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def black_pages(count: int) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    for _ in range(count):
        canvas.rect(0, 0, 595, 842, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def looks_black(view: PdfView) -> bool:
    image = view.view.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).lightness() < 16


def test_a_document_cleared_while_a_page_is_drawn_leaves_the_next_one_seen(qtbot: QtBot, view: PdfView) -> None:
    black = black_pages(3)
    for _ in range(25):
        # A page is asked for by the drawing thread, and cleared before it has begun; the same page at the same size comes next.
        view.show_pdf(black, "plan.pdf")
        view.view.viewport().repaint()
        view.clear()
        qtbot.wait(10)
        view.show_pdf(black, "plan.pdf")
        qtbot.waitUntil(lambda: looks_black(view))


def test_what_was_cleared_is_not_seen_and_not_held(qtbot: QtBot, view: PdfView) -> None:
    view.show_pdf(black_pages(1), "plan.pdf")
    qtbot.waitUntil(lambda: looks_black(view))
    view.clear()
    assert view.page_count == 0
    assert not view.view.isVisibleTo(view)
    qtbot.waitUntil(lambda: len(view.findChildren(QPdfDocument)) == 1)
    [document] = view.findChildren(QPdfDocument)
    assert document.pagePointSize(0).width() < 10
    view.show_pdf(black_pages(2), "plan.pdf")
    assert (view.page_count, view.view.isVisibleTo(view)) == (2, True)
    qtbot.waitUntil(lambda: looks_black(view))
