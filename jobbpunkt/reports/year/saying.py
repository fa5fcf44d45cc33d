"""Numbers and lists within the sentences of a year."""

from collections.abc import Iterable

from jobbpunkt.documents import figures
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.measures import MeasureResult, on_paper
from models.vocabulary import Unit


def joined(parts: Iterable[str], words: PaperWords) -> Said:
    """Return things in a row: "a, b and c"."""
    told = [part for part in parts if part.strip()]
    if len(told) < 2:
        return told[0] if told else ""
    return words("{first} and {last}", first=", ".join(told[:-1]), last=told[-1])


def together(sentences: Iterable[Said]) -> str:
    """Return sentences that belong together as one paragraph."""
    return " ".join(str(sentence) for sentence in sentences)


def inside(label: Said) -> str:
    """Return a label as it stands within a sentence; an abbreviation or a name of several capitals stays."""
    text = str(label)
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def counted(result: MeasureResult, words: PaperWords) -> Said:
    """Return a figure with what it is, within a sentence: "40 ansökningar till sommarlovsentreprenörerna"."""
    figure = on_paper(result, words)
    value = figures.value_said(figure, words)
    own = _of_template(result.label, value, result.value or 0, words)
    if own is not None:
        return own
    if result.unit is Unit.SHARE:
        return words("{figure} {n}", figure=inside(figure.label), n=value)
    return words("{n} ({figure})", n=figures.with_unit(figure, words), figure=inside(figure.label))


def _of_template(label: str, value: Said, count: float, words: PaperWords) -> Said | None:
    """Return what a measure of the template is called within a sentence; those that people named stand beside their number."""
    many = int(count)
    match label:
        case "CVs and personal letters written":
            return words.plural("{n} CV or letter written on site", "{n} CVs and letters written on site", many, n=value)
        case "Applications to the summer entrepreneurs":
            return words.plural(
                "{n} application to the summer entrepreneurs", "{n} applications to the summer entrepreneurs", many, n=value
            )
        case "Registered on Mimer's career page":
            return words.plural(
                "{n} person who registered on Mimer's career page",
                "{n} persons who registered on Mimer's career page",
                many,
                n=value,
            )
        case "Applications to IKEA":
            return words.plural("{n} application to IKEA", "{n} applications to IKEA", many, n=value)
        case "Called to an interview":
            return words.plural("{n} person called to an interview", "{n} persons called to an interview", many, n=value)
        case "Exhibitors at the recruitment fair":
            return words.plural("{n} exhibitor at the recruitment fair", "{n} exhibitors at the recruitment fair", many, n=value)
        case "Visitors at the recruitment fair":
            return words.plural("{n} visitor at the recruitment fair", "{n} visitors at the recruitment fair", many, n=value)
    return None
