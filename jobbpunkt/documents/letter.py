"""A personal letter as it is sent with an application: from whom, to whom, what about, and a name to sign."""

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from jobbpunkt.documents import look, style
from jobbpunkt.documents.blocks import Columns, Rule, Stack
from jobbpunkt.i18n import Words


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """All that a printed letter shows; `contact` and `recipient` may have several lines, `body` one text per paragraph."""

    name: str
    contact: str = ""
    recipient: str = ""
    place: str = ""
    day: date | None = None
    subject: str = ""
    greeting: str = ""
    body: tuple[str, ...] = ()
    ending: str = ""


def render_letter(data: LetterDocument, words: Words) -> bytes:
    """Return the letter as a PDF; nothing in it says where it was written."""
    story = [
        *_head(data),
        *_address(data, words),
        *([style.heading(data.subject, 1)] if data.subject.strip() else [style.space(4)]),
        *([style.typed(data.greeting, "letter")] if data.greeting.strip() else []),
        *[part for text in data.body for part in style.paragraphs(text, "letter")],
        _ending(data, words),
    ]
    title = data.subject or words("Personal letter")
    return style.build(story, title=f"{title} – {data.name}", words=words, footer=data.name, author=data.name, letterhead=False)


def _head(data: LetterDocument) -> list[Flowable]:
    lines = [line for part in data.contact.split("\n") for line in part.split(", ") if line.strip()]
    reach = Stack([style.typed(line, "contact", "right") for line in lines])
    return [Columns([style.named(data.name, "name"), reach], [57, 43]), Rule(look.ACCENT, 1.6, above=8, below=18)]


def _address(data: LetterDocument, words: Words) -> list[Flowable]:
    """Return to whom the letter goes at the left, place and day at the right."""
    day = words.day(data.day, "long") if data.day else ""
    where = ", ".join(filter(None, [data.place, day]))
    if not where and not data.recipient.strip():
        return []
    return [Columns([style.typed(data.recipient), style.typed(where, "body", "right")], [60, 40]), style.space(6)]


def _ending(data: LetterDocument, words: Words) -> Flowable:
    greeting = data.ending or words("Yours sincerely")
    return style.together([style.space(3), style.typed(greeting, "letter"), style.space(14), style.typed(data.name, "strong")])
