"""An extract once more, for other programs: the JSON that goes along in its encrypted PDF (article 20 of the GDPR)."""

import json
from datetime import date, datetime
from typing import Any

from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.extract import ExtractDocument, ExtractRecord, ExtractSection, Value, said
from jobbpunkt.documents.words import PaperWords

NAME = "jobbpunkt.json"  # as the register's own name, it tells of nobody


def files_of(drawing: Drawing[Any]) -> dict[str, bytes]:
    """Return what goes along in the encrypted file of a paper: of an extract its data, of any other paper nothing."""
    data = drawing.data
    if not isinstance(data, ExtractDocument):
        return {}
    return {NAME: json.dumps(_told(data, drawing.setting.words()), ensure_ascii=False, indent=2).encode()}


def _told(data: ExtractDocument, words: PaperWords) -> dict[str, Any]:
    return {
        "person": data.person,
        "made_on": data.made_on.isoformat(),
        "made_by": data.made_by,
        "data": _sections(data.sections, words),
        "seen_and_written": [
            {
                "at": trace.at.isoformat(),
                "who": trace.who,
                "what": str(words(trace.action.label)),
                "about": said(trace.about, words).text,
                "reason": trace.reason,
            }
            for trace in data.traces
        ],
    }


def _sections(sections: tuple[ExtractSection, ...], words: PaperWords) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for section in sections:
        if section.records:
            found.setdefault(said(section.title, words).text, []).extend(_record(record, words) for record in section.records)
    return found


def _record(record: ExtractRecord, words: PaperWords) -> dict[str, Any]:
    """Return a record: what has one value by itself, what has several in a list, and what belongs to it by its kind."""
    found: dict[str, list[Any]] = {}
    for line in record.lines:
        found.setdefault(said(line.label, words).text, []).extend(_plain(value, words) for value in line.values)
    single: dict[str, Any] = {label: values[0] if len(values) == 1 else values for label, values in found.items()}
    for title, records in _sections(record.parts, words).items():
        single[title] = records if title not in single else [single[title], *records]
    return single


def _plain(value: Value, words: PaperWords) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bool | int | float) or type(value) is str:
        return value
    return str(words(getattr(value, "label", str(value))))
