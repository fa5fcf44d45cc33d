"""The protocol of an inspection: what was found point by point, photos, the months of group and suppliers, signatures."""

from collections.abc import Sequence
from datetime import date

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.documents import tree
from jobbpunkt.documents.compared import compared
from jobbpunkt.documents.how_often import how_often
from jobbpunkt.documents.inspection_data import InspectedPhoto, InspectedPoint, InspectionDocument
from jobbpunkt.documents.looks import REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Cell, Role, Said, Text
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import InspectionKind, PointVerdict

_KICKERS = {InspectionKind.INSPECTION: N_("Inspection of cleaning"), InspectionKind.OWN_CHECK: N_("Own check of cleaning")}
_ACROSS, _WIDTH, _HIGHEST = 3, 52.0, 40.0  # photos beside each other, in millimetres


def render_inspection(data: InspectionDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - it never changes
    """Return the protocol as a file."""
    return drawn(inspection_paper(data, setting.words()), setting, REPORT)


def inspection_paper(data: InspectionDocument, words: PaperWords) -> tree.Paper:
    """Return the protocol as a tree of content."""
    day, kicker = day_of(data.held_at), words(_KICKERS[data.kind])
    when = words("{place}, {day}", place=data.site, day=words.moment(data.held_at, "weekday_year"))
    blocks: tuple[Block, ...] = (
        tree.Columns(((tree.Opening(data.place, kicker, when),), (_verdict(data, words),)), shares=(70, 30)),
        tree.Facts(
            (
                (words("Inspected by"), data.inspector),
                (words("Present"), data.present),
                (words("Done by"), data.supplier or data.programme),
            ),
            is_boxed=False,
        ),
        *_state(data, words),
        _points(data.points, day, words),
        *((Text(data.note),) if data.note else ()),
        *_photos(data.photos, words),
        *compared(data.months, words),
        _signatures(data, words),
    )
    return tree.Paper(
        title=f"{kicker} – {data.place}",
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=day,
        head=data.programme,
        foot=words("Checklist, version {number}", number=data.checklist),
        pages=words.pages(),
    )


def _verdict(data: InspectionDocument, words: PaperWords) -> Block:
    count = words("{n} of {all}", n=words.number(data.passed), all=words.number(data.judged))
    return tree.Callout((Text(count, Role.LARGE), Text(words("points passed"))))


def _state(data: InspectionDocument, words: PaperWords) -> tuple[Block, ...]:
    """Say what one must know of the paper itself: that it looks again, was corrected, or is not finished."""
    told: list[Said] = []
    if data.follows_on is not None:
        told.append(words("Looks again at the remarks of {day}.", day=words.day(data.follows_on)))
    if data.corrected_on is not None:
        told.append(words("Corrected {day}: {reason}", day=words.day(data.corrected_on), reason=data.correction))
    if not data.is_closed:
        told.append(words("The inspection is not finished."))
    return tuple(Text(one, Role.STRONG) for one in told)


def _points(points: Sequence[InspectedPoint], held: date, words: PaperWords) -> tree.Table:
    header = (words("Point"), words("How often"), words("Passed"), words("Remark and what is done"))
    rows = tuple(_row(point, held, words) for point in points)
    return tree.Table(header, rows, shares=(38, 20, 10, 32), is_tight=True)


def _row(point: InspectedPoint, held: date, words: PaperWords) -> tuple[Cell, ...]:
    is_remarked = point.verdict is PointVerdict.REMARKED
    name = words("{object}: {moment}", object=point.object, moment=point.moment)
    first: Cell = (Text(name, Role.STRONG),) if is_remarked else name
    passed: Cell = (Text(words("no"), Role.STRONG),) if is_remarked else ""
    if point.verdict is PointVerdict.PASSED:
        passed = words("yes")
    elif point.verdict is PointVerdict.NOT_RELEVANT:
        passed = words("not now")
    return first, how_often(words, point.times, point.per, point.season), passed, _remark(point, held, words)


def _remark(point: InspectedPoint, held: date, words: PaperWords) -> Cell:
    numbers = ", ".join(map(str, point.photos))
    photo = words("Photo {number}", number=numbers) if numbers else ""
    parts: list[Said] = ["\n".join(filter(None, (point.fault, point.remedy)))]
    if point.due is not None:
        due = words.day(point.due, "day" if point.due.year == held.year else "long")
        parts.append(words("is looked at again by {day}", day=due) if point.is_again else words("by {day}", day=due))
    return tuple(Text(part) for part in (*parts, photo) if str(part).strip())


def _photos(photos: Sequence[InspectedPhoto], words: PaperWords) -> tuple[Block, ...]:
    lines = [photos[first : first + _ACROSS] for first in range(0, len(photos), _ACROSS)]
    return tuple(tree.Together((_line(line, words),)) for line in lines)


def _line(line: Sequence[InspectedPhoto], words: PaperWords) -> tree.Columns:
    columns = [_photo(one, words) for one in line]
    return tree.Columns((*columns, *[()] * (_ACROSS - len(columns))))


def _photo(photo: InspectedPhoto, words: PaperWords) -> tuple[Block, ...]:
    said = words("Photo {number}: {point}", number=photo.number, point=photo.about)
    return tree.Image(photo.jpeg, str(said), min(_WIDTH, _HIGHEST * photo.shape)), Text(said, Role.CAPTION)


def _signatures(data: InspectionDocument, words: PaperWords) -> Block:
    signers = (
        tree.Signer(words("Inspected by"), data.inspector),
        tree.Signer(words("Done by"), data.supplier or data.programme),
    )
    return tree.Signatures(signers, signature=words("Signature and date"))
