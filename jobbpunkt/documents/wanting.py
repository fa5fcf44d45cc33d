"""What is wanting in a paper, told to who prints it: signs that no font has, fields left out, words of its language."""

from typing import Any

from jobbpunkt.base.words import Words
from jobbpunkt.documents.cv_data import CvDocument
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.extract import TITLED, ExtractDocument
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SWEDISH
from jobbpunkt.documents.left_out import left_out_sentence
from jobbpunkt.documents.missing import missing_sentence


def wanting(drawing: Drawing[Any], words: Words) -> list[str]:
    """Return a sentence for each thing that was wanting in a paper when it was drawn."""
    language = drawing.setting.language
    fields = drawing.data.left_out if isinstance(drawing.data, CvDocument) else ()
    told = (
        missing_sentence(drawing.data, words),
        left_out_sentence(fields, words),
        _unspoken(drawing, words),
        _untitled(drawing.data, language, words),
        _unread(language, words),
    )
    return list(filter(None, told))


def _unspoken(drawing: Drawing[Any], words: Words) -> str:
    count = len(drawing.setting.missing)
    if not count:
        return ""
    return words.plural(
        "{n} sentence of this paper has no words in its language and stands in Swedish.",
        "{n} sentences of this paper have no words in its language and stand in Swedish.",
        count,
    )


def _untitled(data: object, language: str, words: Words) -> str:
    if not isinstance(data, ExtractDocument) or language in TITLED:
        return ""
    return words("The headings of what is recorded stand in Swedish.")


def _unread(language: str, words: Words) -> str:
    row = PAPER_LANGUAGES[language]
    if row.is_reviewed:
        return ""
    name = row.swedish.lower() if words.language == SWEDISH else row.name
    return words("Nobody who grew up with the language ({language}) has read the fixed words of this paper yet.", language=name)
