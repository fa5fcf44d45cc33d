"""A CV as a person hands it in: their name first, then what they have done; nothing in it says where it was written."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from babel import Locale

from jobbpunkt.documents import links
from jobbpunkt.documents.cv_data import CvContact, CvDocument, CvEntry, CvProfile, cv_document
from jobbpunkt.documents.cv_looks import CvLook, cv_look, for_word
from jobbpunkt.documents.languages import PAPER_LANGUAGES
from jobbpunkt.documents.setting import FileKind, Setting, drawn
from jobbpunkt.documents.tree import (
    Beside,
    Block,
    Callout,
    Columns,
    Flow,
    Item,
    Items,
    Opening,
    Paper,
    Role,
    Rule,
    Said,
    Section,
    Text,
    Together,
)
from jobbpunkt.documents.words import PaperWords

__all__ = ["CvDocument", "CvEntry", "cv_document", "cv_paper", "partial_day", "render_cv"]

_NAMED = frozenset({"skills", "languages", "interests"})
_WHOLE = 7  # lines: up to that many a post stays on one page
_SHORT = 260  # signs: a CV that says no more than that is set one step larger
_STEP = 1.15
_LONG = 2500  # signs: one that says more may take several pages
_CLOSER = 0.92


def render_cv(data: CvDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the CV as the file that was chosen: a short one one step larger, a long one closer where that saves a page."""
    chosen = for_word(cv_look(setting.look)) if setting.kind is FileKind.WORD else cv_look(setting.look)
    paper, look, length = cv_paper(data, setting.words(), chosen), chosen.look, _length(data)
    if length <= _SHORT:
        look = replace(look, sizes=look.sizes.larger(_STEP))
    closer = replace(look, leading=round(look.leading * _CLOSER, 2), spacing=look.spacing * _CLOSER * _CLOSER)
    return drawn(paper, replace(setting, look=""), look, closer if length > _LONG else None)


def cv_paper(data: CvDocument, words: PaperWords, look: CvLook | None = None) -> Paper:
    """Return the CV as a tree of content, laid out as a look wants it."""
    look = look or cv_look("")
    heading = words.text("CV")
    name = data.name or heading
    order = dict.fromkeys([*data.chosen, *look.order])
    sections = dict(data.sections)
    parts = [Section(words(look.titles[key]), tuple(_posts(key, sections[key], words, look))) for key in order if key in sections]
    return Paper(
        title=f"{heading} – {name}",
        language=words.language,
        blocks=(*_head(name, data, words, look), *_summary(data.summary, words, look), *parts),
        author=name,
        foot=", ".join(filter(None, [name, data.contact.phone])),
        pages=words.pages(),
        is_ours=False,
    )


def _length(data: CvDocument) -> int:
    """Return how much a CV says below its head, in signs; a post takes a line at least."""
    posts = [entry for _, entries in data.sections for entry in entries]
    said = sum(len(post.title) + len(post.place) + len(post.text) + 20 * len(post.points) + 40 for post in posts)
    return len(data.summary) + said


def _head(name: str, data: CvDocument, words: PaperWords, look: CvLook) -> list[Block]:
    opening = Opening(name, subtitle=data.label)
    contact = _contact(data.contact, words, is_labelled=look.contact == "list")
    if not contact:
        return [opening, Rule(is_strong=True)]
    if look.contact == "below":
        return [opening, Flow(tuple(contact)), Rule(is_strong=True)]
    if look.contact == "list":
        return [opening, *contact]
    at_end = tuple(replace(line, side="end") for line in contact)
    return [Columns(((opening,), at_end), (57, 43)), Rule(is_strong=True)]


def _contact(data: CvContact, words: PaperWords, *, is_labelled: bool) -> list[Text]:
    """Return each way to reach the person, to be followed where it can be."""
    country = Locale.parse(PAPER_LANGUAGES[words.language].locale).territories.get(data.country.upper(), data.country)
    address = ", ".join(filter(None, [*data.address, country]))
    found: list[tuple[Said, Said, str]] = [
        (data.phone, words("Telephone: {number}", number=data.phone), links.of_phone(data.phone)),
        (data.email, words("E-mail: {address}", address=data.email), links.of_email(data.email)),
        (address, words("Address: {address}", address=address), ""),
        (links.shown(data.url), words("Web: {address}", address=links.shown(data.url)), links.of_web(data.url)),
        *((_profile(one), _profile(one), links.of_web(one.url)) for one in data.profiles),
    ]
    return [Text(labelled if is_labelled else plain, Role.CONTACT, link) for plain, labelled, link in found if str(plain).strip()]


def _profile(data: CvProfile) -> str:
    address = links.shown(data.url)
    name = "" if data.username and data.username in address else data.username
    return ": ".join(filter(None, [data.network, ", ".join(filter(None, [name, address]))]))


def _summary(text: str, words: PaperWords, look: CvLook) -> list[Block]:
    if not text:
        return []
    if look.summary == "section":
        return [Section(words("Profile"), (Text(text),))]
    lead = Text(text, Role.LEAD)
    return [Callout((lead,)) if look.summary == "boxed" else lead]


def _posts(key: str, entries: Sequence[CvEntry], words: PaperWords, look: CvLook) -> list[Block]:
    if key not in _NAMED:
        return [_dated(entry, words, look) for entry in entries]
    found: list[Block] = []
    for is_bare, group in groupby(entries, key=lambda entry: not _covers(entry)):
        if is_bare:
            found.append(Text(", ".join(entry.title for entry in group)))
        else:
            found += [_named(entry, look) for entry in group]
    return found


def _covers(entry: CvEntry) -> str:
    """Return what a skill, a language or an interest covers."""
    return " – ".join(filter(None, [entry.place, ", ".join(entry.keywords), entry.text, ", ".join(entry.points), entry.score]))


def _named(entry: CvEntry, look: CvLook) -> Block:
    """Return a skill or the like: its name, then what it covers."""
    if look.dates == "below":
        return Text(": ".join(filter(None, [entry.title, _covers(entry)])))
    return Beside(entry.title, (Text(_covers(entry)),))


def _dated(entry: CvEntry, words: PaperWords, look: CvLook) -> Block:
    """Return a post: what, where and when, and what there is to say of it."""
    title, when, body = Text(entry.title, Role.STRONG), _period(entry, words), _body(entry)
    grade = words("Grade: {grade}", grade=entry.score) if entry.score else ""
    address = Text(links.shown(entry.url), Role.PLACE, links.of_web(entry.url))
    below = (Text(entry.place, Role.PLACE), Text(grade, Role.PLACE), address)
    if not str(when).strip():
        return Together((title, Flow(below), *body), _WHOLE)
    if look.dates == "below":
        return Together((title, Flow(below), Text(when), *body), _WHOLE)
    if look.dates == "end":
        top = Columns(((title,), (Text(when, Role.CAPTION, side="end"),)), (70, 30))
        return Together((top, Flow(below), *body), _WHOLE)
    head = (Flow((title, *below), has_dots=False),) if look.is_place_beside else (title, Flow(below))
    return Beside(when, (*head, *body))


def _body(entry: CvEntry) -> list[Block]:
    body: list[Block] = [Text(entry.text)] if entry.text else []
    if entry.points:
        body.append(Items(tuple(map(Item, entry.points))))
    if entry.keywords:
        body.append(Text(", ".join(entry.keywords)))
    return body


def _period(entry: CvEntry, words: PaperWords) -> Said:
    first, last = partial_day(entry.start, words), partial_day(entry.end, words)
    if entry.ongoing:
        return words("{day}\xa0– now", day=first)
    if first and last and first != last:
        return words("{first}\xa0– {last}", first=first, last=last)
    return first or last


def partial_day(text: str, words: PaperWords) -> str:
    """Return a partial date as people say it: "2019" as it stands, "2019-05" or "2019-05-01" as "maj 2019", on one line."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})(-\d{1,2})?([T ].*)?", text.strip())
    if not match or not 1 <= int(match[2]) <= 12 or not int(match[1]):
        return text.strip()
    return words.short_month(date(int(match[1]), int(match[2]), 1))
