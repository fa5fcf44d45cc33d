"""The text that a consent is given upon: the program's own to begin with, then the office's, each in versions."""

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_, Words
from jobbpunkt.consents import access
from jobbpunkt.consents.data import TextView
from jobbpunkt.documents.consent_data import STARTERS
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.consent import ConsentText
from models.vocabulary import ConsentPurpose

FIRST = 1  # the version that is the program's own


@depends_on(ConsentText)
def current_text(uow: Reading, purpose: ConsentPurpose, words: Words) -> TextView:
    """Return the text that holds now; the first version is said in the language of `words`."""
    access.require(uow, purpose)
    return newest(uow, purpose, words)


def newest(uow: Reading, purpose: ConsentPurpose, words: Words) -> TextView:
    """Return the same for a service that has asked who may."""
    query = select(ConsentText).where(ConsentText.purpose == purpose).order_by(ConsentText.number.desc()).limit(1)
    row = uow.session.scalar(query)
    if row is None:
        return TextView(FIRST, tuple(words(sentence) for sentence in STARTERS[purpose]), is_own=False)
    return TextView(row.number, tuple(filter(None, row.text.split("\n"))), is_own=True)


def change_text(uow: Writing, purpose: ConsentPurpose, *, number: int, text: str, words: Words) -> Change:
    """Keep another text as the next version; `number` is the version that one has read, and earlier consents keep theirs."""
    access.require(uow, purpose)
    now = newest(uow, purpose, words)
    if now.number != number:
        raise stale()
    tidy = checks.text(text, field="text", longest=checks.NOTE, required=True)
    if tuple(filter(None, tidy.split("\n"))) == now.paragraphs:
        raise InvalidInput("This is the text as it already stands. Change something, or close.", field="text")
    last = uow.session.scalar(select(func.max(ConsentText.number)).where(ConsentText.purpose == purpose)) or FIRST
    row = ConsentText(id=new_id(), purpose=purpose, number=last + 1, text=tidy, made_at=uow.clock.now(), made_by=uow.user.id)
    return uow.change(uow.add(row), N_("The text is saved as a new version."))
