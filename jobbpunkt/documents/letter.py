"""A personal letter as it is sent with an application: from whom, to whom, what about, and a name to sign."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import links
from jobbpunkt.documents.looks import LETTER, LETTER_TIGHT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Columns, Heading, Opening, Paper, Role, Rule, Text, Together
from jobbpunkt.documents.words import PaperWords


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


def render_letter(data: LetterDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the letter as the file that was chosen, on one page where a little less room between the lines makes that so."""
    return drawn(letter_paper(data, setting.words()), setting, LETTER, LETTER_TIGHT)


def letter_paper(data: LetterDocument, words: PaperWords) -> Paper:
    """Return the letter as a tree of content; nothing in it says where it was written."""
    subject = data.subject.strip()
    return Paper(
        title=" – ".join(filter(None, [subject or words.text("Personal letter"), data.name])),
        language=words.language,
        blocks=(
            *_head(data),
            *_address(data, words),
            *([Heading(subject)] if subject else []),
            *(Text(text, Role.LETTER) for text in (data.greeting, *data.body) if text.strip()),
            Together((Text(data.ending.strip() or words("Yours sincerely"), Role.LETTER), Text(data.name, Role.SIGNED))),
        ),
        author=data.name,
        day=data.day,
        foot=data.name,
        pages=words.pages(),
        is_ours=False,
    )


def _head(data: LetterDocument) -> list[Block]:
    lines = [line.strip() for part in data.contact.split("\n") for line in part.split(", ") if line.strip()]
    reach = tuple(Text(line, Role.CONTACT, _link(line), side="end") for line in lines)
    name = Opening(data.name)
    return [Columns(((name,), reach), (57, 43)) if reach else name, Rule(is_strong=True)]


def _link(line: str) -> str:
    """Return what a line of contact leads to; a word with a dot in it is no web address unless it says so."""
    web = links.of_web(line) if line.lower().startswith(("http://", "https://", "www.")) else ""
    return links.of_email(line) or links.of_phone(line) or web


def _address(data: LetterDocument, words: PaperWords) -> list[Block]:
    """Return to whom the letter goes at the start side, place and day at the end."""
    day = words.day(data.day) if data.day else ""
    where = words("{place}, {day}", place=data.place, day=day) if data.place and day else data.place or day
    if not str(where).strip() and not data.recipient.strip():
        return []
    return [Columns(((Text(data.recipient),), (Text(where, side="end"),)), (60, 40))]
