"""A consent as a paper of its own: a thought a line, what one says yes to last, and room to sign."""

from collections.abc import Mapping
from types import MappingProxyType

from jobbpunkt.base.words import N_
from jobbpunkt.documents import tree
from jobbpunkt.documents.consent_data import STARTERS, ConsentDocument, GivenLine
from jobbpunkt.documents.looks import CLOSE, ORDINARY
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Item, Items, Said
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import ConsentForm, ConsentPurpose

_TITLES: Mapping[ConsentPurpose, str] = MappingProxyType({ConsentPurpose.HEALTH_PLAN: N_("Consent to a plan for better health")})


def consent_paper(data: ConsentDocument, words: PaperWords) -> tree.Paper:
    """Return the consent as a tree of content."""
    heading, version = words(_TITLES[data.purpose]), words("text version {number}", number=data.number)
    *told, agreed = _paragraphs(data, words)
    given = (tree.Callout((tree.Text(_given(data.given, words)),), words("The consent is given")),) if data.given else ()
    signer = tree.Signer(words("participant"), data.person)
    blocks: tuple[tree.Block, ...] = (
        tree.Opening(data.person, heading, version),
        Items(tuple(Item(one) for one in told)),
        *given,
        tree.Signatures((signer,), agreed, signature=words("Signature and date")),
    )
    return tree.Paper(
        title=f"{heading} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=data.printed_on,
        head=words.day(data.printed_on),
        foot=version,
        pages=words.pages(),
    )


def render_consent(data: ConsentDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return the consent as a file: one page where it can be read on one."""
    return drawn(consent_paper(data, setting.words()), setting, ORDINARY, closer=CLOSE)


def _paragraphs(data: ConsentDocument, words: PaperWords) -> list[Said]:
    """Return the office's own text as it was typed, else the program's in the language of the paper."""
    return list(data.paragraphs) or [words(sentence) for sentence in STARTERS[data.purpose]]


def _given(given: GivenLine, words: PaperWords) -> Said:
    day = words.day(given.given_on)
    if given.how is ConsentForm.PAPER:
        return words("signed on paper on {day}", day=day)
    return words("said aloud on {day}, before {name} as a witness", day=day, name=given.witness)
