"""The receipt for a key: which one, who has it, until when, and two names below; the key's way back on the same page."""

from jobbpunkt.documents import tree
from jobbpunkt.documents.key_receipt_data import KeyReceiptDocument
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.words import PaperWords


def key_receipt_paper(data: KeyReceiptDocument, words: PaperWords) -> tree.Paper:
    """Return the receipt as a tree of content."""
    heading = words("Key receipt")
    return tree.Paper(
        title=f"{heading} – {data.key}",
        language=words.language,
        blocks=(
            tree.Opening(data.key, heading, data.programme),
            tree.Facts(
                (
                    (words("Participant"), data.participant),
                    (words("Handed out on"), words.day(data.given_on)),
                    (words("Back by"), words.day(data.due_on) if data.due_on else ""),
                    (words("Handed out by"), data.given_by),
                    (words("Telephone"), data.phone),
                )
            ),
            _signed(words("I have got this key. I keep it safe, lend it to nobody and give it back."), data, words),
            tree.Section(words("The key is back"), _back(data, words)),
        ),
        author=data.given_by,
        day=data.given_on,
        foot=heading,
        pages=words.pages(),
    )


def render_key_receipt(data: KeyReceiptDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the receipt as a file."""
    return drawn(key_receipt_paper(data, setting.words()), setting, ORDINARY)


def _signed(sentence: tree.Said, data: KeyReceiptDocument, words: PaperWords) -> tree.Signatures:
    signers = (tree.Signer(words("participant"), data.participant), tree.Signer(words("supervisor"), data.given_by))
    return tree.Signatures(signers, sentence, signature=words("Signature and date"))


def _back(data: KeyReceiptDocument, words: PaperWords) -> tuple[tree.Block, ...]:
    day = words("The key came back on {day}.", day=words.day(data.returned_on)) if data.returned_on else ""
    return (_signed(day, data, words),)
