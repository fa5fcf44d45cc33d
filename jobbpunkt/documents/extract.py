"""An extract of one person's data, in sections that a person can read (article 15 of the GDPR)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from jobbpunkt.documents import style
from jobbpunkt.i18n import N_, Words

RIGHTS = (
    N_("You may ask for wrong details to be corrected, and for incomplete ones to be completed."),
    N_("You may object to the use of your details, and ask that it is limited or that details are erased."),
    N_("You may take back a consent at any time."),
    N_("You may complain to the Swedish Authority for Privacy Protection (IMY)."),
)


@dataclass(frozen=True, slots=True)
class ExtractSection:
    """One kind of data: captions with values, running text, and a table; what is empty is left out."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractDocument:
    """All that the register holds about one person, and who took it out when."""

    person: str
    made_on: date
    made_by: str
    controller: str = "Bostads AB Mimer"
    purposes: tuple[str, ...] = ()
    sections: tuple[ExtractSection, ...] = ()


def render_extract(data: ExtractDocument, words: Words) -> bytes:
    """Return the extract as a PDF."""
    taken = [
        (words("Taken out"), words.day(data.made_on)),
        (words("By"), data.made_by),
        (words("Controller of the data"), data.controller),
    ]
    story = [
        *style.opening(data.person, kicker=words("Extract of your data"), subtitle=words.day(data.made_on, "long")),
        style.facts(taken),
        style.typed(words("This is what Jobbpunkt Mimer has recorded about you. If anything is wrong, tell us.")),
        *style.section(words("Why we have your data"), [style.bullets(data.purposes)] if data.purposes else []),
        *[part for section in data.sections for part in _section(section, words)],
        style.together([style.heading(words("Your rights"), 2), style.bullets([words(right) for right in RIGHTS])]),
    ]
    title = f"{words('Extract of your data')} – {data.person}"
    return style.build(story, title=title, words=words, footer=words("Extract of your data"), day=data.made_on)


def _section(section: ExtractSection, words: Words) -> list[Flowable]:
    parts: list[Flowable] = [style.details(section.facts)] if _filled(section.facts) else []
    parts += [part for text in section.texts for part in style.paragraphs(text)]
    if section.rows:
        parts.append(style.table(section.header, section.rows, widths=_widths(section)))
    return [style.heading(section.title, 2), *(parts or [style.note(words("Nothing is recorded."))])]


def _filled(facts: Sequence[tuple[str, str]]) -> bool:
    return any(value.strip() for _, value in facts)


def _widths(section: ExtractSection) -> list[float]:
    """Return shares by the longest text of each column, within reason."""
    columns = zip(section.header, *section.rows, strict=False)
    return [float(min(max(max(map(len, column)), 9), 45)) for column in columns]
