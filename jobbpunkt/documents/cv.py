"""A CV as a person hands it in: their name first, then what they have done, calmly set in two columns."""

import re
from collections.abc import Sequence
from datetime import date
from types import MappingProxyType

from babel.dates import format_date
from reportlab.platypus import Flowable

from jobbpunkt.documents import look, style
from jobbpunkt.documents.blocks import Beside, Columns, Lead, Rule, Stack
from jobbpunkt.documents.cv_data import CvDocument, CvEntry, cv_document
from jobbpunkt.i18n import N_, Words

__all__ = ["CvDocument", "CvEntry", "cv_document", "partial_day", "render_cv"]

TITLES = MappingProxyType(
    {
        "work": N_("Work experience"),
        "education": N_("Education"),
        "certificates": N_("Certificates and licences"),
        "skills": N_("Skills"),
        "languages": N_("Languages"),
        "projects": N_("Projects"),
        "volunteer": N_("Voluntary work"),
        "awards": N_("Awards"),
        "references": N_("References"),
        "interests": N_("Interests"),
    }
)
_FOLLOW = 70  # points of a section that stay with its heading
_BELOW_HEADING = 7
_SIDE = 122  # points for dates and names of skills
_NAMED_AT_THE_SIDE = frozenset({"skills", "languages", "interests"})


def render_cv(data: CvDocument, words: Words) -> bytes:
    """Return the CV as a PDF; nothing in it says where it was written."""
    story = [*_head(data, words), *([style.typed(data.summary, "lead"), style.space(1)] if data.summary else [])]
    for key, entries in data.sections:
        story += _section(key, entries, words)
    name = data.name or words("CV")
    return style.build(story, title=f"{words('CV')} – {name}", words=words, footer=name, author=name, letterhead=False)


def _head(data: CvDocument, words: Words) -> list[Flowable]:
    """Return the name and what the person does, and to the right how to reach them."""
    who = Stack(
        [style.named(data.name or words("CV"), "name"), *([style.typed(data.label, "lead_accent")] if data.label else [])]
    )
    if not data.contact:
        return [who, Rule(look.ACCENT, 1.6, above=8, below=12)]
    reach = Stack([style.typed(line, "contact", "right") for line in data.contact])
    return [Columns([who, reach], [57, 43]), Rule(look.ACCENT, 1.6, above=8, below=12)]


def _section(key: str, entries: Sequence[CvEntry], words: Words) -> list[Flowable]:
    make = _named if key in _NAMED_AT_THE_SIDE else _dated
    made = [make(entry, words) for entry in entries]
    heading = Lead(
        Stack([style.typed(words(TITLES[key]), "heading2"), Rule(look.LINE, above=0, below=0)]), follow=_first_of(made)
    )
    heading.spaceBefore, heading.spaceAfter = 14, _BELOW_HEADING
    return [heading, *made]


def _first_of(made: Sequence[Flowable]) -> float:
    """Return the room that a section needs below its heading: some lines, or all of it when it is shorter."""
    heights = sum(part.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] for part in made)
    return float(min(_FOLLOW, _BELOW_HEADING + heights + sum(part.getSpaceAfter() for part in made[:-1])))


def _named(entry: CvEntry, words: Words) -> Flowable:  # noqa: ARG001 - as its sibling
    """Return a skill or the like: its name at the side, what it covers beside it."""
    texts = [text for text in (entry.place, entry.text, *entry.points) if text]
    if not texts:
        return Stack([style.typed(entry.title)])
    return Beside(style.typed(entry.title, "strong"), style.typed(" – ".join(texts)), _SIDE, after=3)


def _dated(entry: CvEntry, words: Words) -> Flowable:
    """Return a post: when at the side, what and where beside it."""
    parts = [style.typed(text, name) for text, name in ((entry.title, "strong"), (entry.place, "place")) if text]
    parts += style.paragraphs(entry.text)
    if entry.points:
        parts.append(style.bullets(entry.points))
    return Beside(style.typed(_period(entry, words), "side"), Stack(parts), _SIDE, after=7)


def _period(entry: CvEntry, words: Words) -> str:
    first, last = partial_day(entry.start, words), partial_day(entry.end, words)
    if entry.ongoing:
        return words("{day}\xa0– now", day=first)
    return "\xa0– ".join(dict.fromkeys(filter(None, [first, last])))


def partial_day(text: str, words: Words) -> str:
    """Return a partial date as people say it: "2019" as it stands, "2019-05" or "2019-05-01" as "maj 2019", on one line."""
    match = re.fullmatch(r"(\d{4})-(\d{1,2})(-\d{1,2})?([T ].*)?", text.strip())
    if not match or not 1 <= int(match[2]) <= 12 or not int(match[1]):
        return text.strip()
    return format_date(date(int(match[1]), int(match[2]), 1), "MMM\xa0y", locale=words.language)
