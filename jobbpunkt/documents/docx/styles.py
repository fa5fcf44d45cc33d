"""A look as Word's styles: real headings, real lists, every size in the style and none in the text."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docx.oxml.xmlchemy import BaseOxmlElement

from jobbpunkt.documents.docx.marks import CUSTOM, POINT, element, hexed, line, shade, sizes
from jobbpunkt.documents.docx.saying import locale_of
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SWEDISH
from jobbpunkt.documents.looks import Look, TextStyle
from jobbpunkt.documents.tree import Role

FONT = "Arial"  # every computer has it, with Arabic letters too
_OURS = "Paper"  # before the names of styles that Word does not know
NORMAL, TITLE, SUBTITLE, QUOTE = "Normal", "Title", "Subtitle", "Quote"
BULLET, NUMBER, HEADER, FOOTER = "ListBullet", "ListNumber", "Header", "Footer"
KICKER, TICK, CELL, BOX_TITLE = f"{_OURS}Kicker", f"{_OURS}Tick", f"{_OURS}Cell", f"{_OURS}BoxTitle"
ROLES: Mapping[Role, str] = MappingProxyType(
    {role: f"{_OURS}{role.value.capitalize()}" for role in Role if role is not Role.BODY} | {Role.BODY: NORMAL}
)
DOTS, NUMBERS = 1, 2  # the lists of the numbering part
_INDENT = 18 * POINT


def heading(level: int) -> str:
    """Return the style of a heading."""
    return f"Heading{min(max(level, 1), 4)}"


def style_sheet(look: Look, language: str) -> BaseOxmlElement:
    """Return the styles of a look for a paper in a language."""
    return element("styles", _defaults(language), *_styles(look))


def _defaults(language: str) -> BaseOxmlElement:
    """Return what holds where nothing else is said: the font, and in which languages words are checked."""
    latin = SWEDISH if PAPER_LANGUAGES[language].direction == "rtl" else language
    arabic = language if PAPER_LANGUAGES[language].direction == "rtl" else "ar-SA"
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    speech = element("lang", val=locale_of(latin), eastAsia=locale_of(latin), bidi=locale_of(arabic))
    return element("docDefaults", element("rPrDefault", element("rPr", fonts, speech)), element("pPrDefault", element("pPr")))


def _styles(look: Look) -> Iterator[BaseOxmlElement]:
    body = look.roles[Role.BODY]
    yield _style(NORMAL, "Normal", body)
    for role, name in ROLES.items():
        if role is not Role.BODY:
            yield _style(name, f"Paper {role.value}", look.roles[role])
    yield _style(KICKER, "Paper kicker", look.kicker, keep=True)
    yield _style(TITLE, "Title", look.titles[-1], keep=True, outline=0)
    yield _style(SUBTITLE, "Subtitle", look.subtitle)
    for place, text in enumerate(look.headings):
        yield _style(heading(place + 1), f"heading {place + 1}", text, keep=True, outline=place)
    yield _style(QUOTE, "Quote", look.quotation, around=_quoted(look))
    yield _style(BULLET, "List Bullet", body, around=[numbered(DOTS)], indent=_indent())
    yield _style(NUMBER, "List Number", body, around=[numbered(NUMBERS)], indent=_indent())
    yield _style(TICK, "Paper tick", body, around=[_stop(_box_indent(look))], indent=_indent(_box_indent(look)))
    yield _style(CELL, "Paper cell", look.cell)
    yield _style(BOX_TITLE, "Paper box title", look.box_title, keep=True)
    yield _style(HEADER, "header", look.edge)
    yield _style(FOOTER, "footer", look.edge)


def _style(
    key: str,
    name: str,
    text: TextStyle,
    *,
    keep: bool = False,
    outline: int | None = None,
    around: list[BaseOxmlElement] | None = None,
    indent: BaseOxmlElement | None = None,
) -> BaseOxmlElement:
    made = element("style", element("name", val=name), type="paragraph", styleId=key, default=int(key == NORMAL))
    made.set(CUSTOM, str(int(key.startswith(_OURS))))
    if key != NORMAL:
        made.append(element("basedOn", val=NORMAL))
    made.append(element("qFormat"))
    paragraph = element("pPr", *([element("keepNext"), element("keepLines")] if keep else []), *(around or []))
    paragraph.append(_spacing(text))
    if indent is not None:
        paragraph.append(indent)
    if outline is not None:
        paragraph.append(element("outlineLvl", val=outline))
    made.extend([paragraph, _letters(text)])
    return made


def _spacing(text: TextStyle) -> BaseOxmlElement:
    # At least, not exactly: Arabic letters and a substitute font need more.
    before, after = round(text.before * POINT), round(text.after * POINT)
    return element("spacing", before=before, after=after, line=round(text.leading * POINT), lineRule="atLeast")


def _letters(text: TextStyle) -> BaseOxmlElement:
    bold = "1" if text.weight == "semibold" else "0"
    weights = [element("b", val=bold), element("bCs", val=bold)]
    return element("rPr", *weights, element("color", val=hexed(text.colour)), *sizes(text.size))


def _quoted(look: Look) -> list[BaseOxmlElement]:
    return [shade(look.colours.warm)] if look.colours.warm else []


def quoted_edge(look: Look, *, rtl: bool) -> BaseOxmlElement:
    """Return the bar at the start of a person's own words."""
    return element("pBdr", line("right" if rtl else "left", look.colours.accent, 24, 8))


def numbered(number: int) -> BaseOxmlElement:
    """Return what puts a paragraph into a list."""
    return element("numPr", element("ilvl", val=0), element("numId", val=number))


def _indent(by: int = _INDENT) -> BaseOxmlElement:
    return element("ind", left=by, hanging=by)


def _box_indent(look: Look) -> int:
    return round((look.sizes.mark + 8) * POINT)


def hanging(look: Look, style: str) -> int:
    """Return how far in the text of a list item stands; nothing for what is no list."""
    return {BULLET: _INDENT, NUMBER: _INDENT, TICK: _box_indent(look)}.get(style, 0)


def _stop(at: int) -> BaseOxmlElement:
    return element("tabs", element("tab", val="left", pos=at))


def numbering() -> BaseOxmlElement:
    """Return the lists: dots, and numbers; each list of numbers that follows begins anew by `restarted`."""
    kinds = (("bullet", "•"), ("decimal", "%1."))
    abstract = [
        element(
            "abstractNum",
            element("multiLevelType", val="singleLevel"),
            element(
                "lvl",
                element("start", val=1),
                element("numFmt", val=kind),
                element("lvlText", val=text),
                element("lvlJc", val="left"),
                element("pPr", _indent()),
                ilvl=0,
            ),
            abstractNumId=place,
        )
        for place, (kind, text) in enumerate(kinds)
    ]
    lists = [element("num", element("abstractNumId", val=place), numId=place + 1) for place in range(len(kinds))]
    return element("numbering", *abstract, *lists)


def restarted(number: int) -> BaseOxmlElement:
    """Return a list of numbers of its own, which begins at one."""
    override = element("lvlOverride", element("startOverride", val=1), ilvl=0)
    return element("num", element("abstractNumId", val=NUMBERS - 1), override, numId=number)
