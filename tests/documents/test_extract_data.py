"""The data of an extract for other programs: all that the paper tells, as JSON within its encrypted PDF, and nowhere else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from jobbpunkt.base.secret import new_password
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.extract import ExtractLine, ExtractSection, render_extract
from jobbpunkt.documents.extract_data import NAME, files_of
from jobbpunkt.documents.pdf.locked import locked
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.summary import render_summary
from tests.documents.samples import EXTRACT, SUMMARY


def told(drawing: Drawing[Any]) -> Any:
    return json.loads(files_of(drawing)[NAME])


def lines(sections: tuple[ExtractSection, ...]) -> Iterator[ExtractLine]:
    for section in sections:
        for record in section.records:
            yield from record.lines
            yield from lines(record.parts)


def leaves(found: Any) -> Iterator[Any]:
    if isinstance(found, dict | list):
        for one in found.values() if isinstance(found, dict) else found:
            yield from leaves(one)
    else:
        yield found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_holds_every_value_of_the_paper_under_its_title(language: str) -> None:
    found = told(Drawing(EXTRACT, render_extract, replace(Setting(), language=language)))
    assert (found["person"], found["made_on"]) == (EXTRACT.person, EXTRACT.made_on.isoformat())
    assert len(list(leaves(found["data"]))) == sum(len(line.values) for line in lines(EXTRACT.sections)) > 0
    titles = {getattr(section.title, "swedish" if language == "sv" else "english") for section in EXTRACT.sections}
    assert set(found["data"]) <= titles
    assert [trace["who"] for trace in found["seen_and_written"]] == [trace.who for trace in EXTRACT.traces]
    text = [value for line in lines(EXTRACT.sections) for value in line.values if type(value) is str]
    assert set(text) <= set(leaves(found["data"]))


def test_it_goes_along_encrypted_and_is_read_back() -> None:
    drawing, password = Drawing(EXTRACT, render_extract, Setting()), new_password()
    closed = locked(drawing(), password, files_of(drawing))
    assert NAME.encode() not in closed
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(closed))
    with pikepdf.open(BytesIO(closed), password=password) as opened:
        (spec,) = opened.attachments.values()
        assert spec.relationship == pikepdf.Name.Data
        assert spec.get_file().mime_type == "application/json"
        assert json.loads(spec.get_file().read_bytes()) == told(drawing)
    (content,) = PdfReader(BytesIO(closed), password=password).attachments[NAME]
    assert json.loads(content) == told(drawing)


def test_no_other_paper_has_one() -> None:
    assert files_of(Drawing(SUMMARY, render_summary, Setting())) == {}
