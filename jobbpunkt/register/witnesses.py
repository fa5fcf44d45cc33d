"""What others noted of a register, compared with what it holds: this computer's pins of every place, and its backups' receipts.

Only a pin of this very place proves that something was taken away here. Any other note may be of a copy that was opened and
went its own way, or of the time before a backup was restored, and the sentences say so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import chain, pins, receipts
from jobbpunkt.register.chain import Head
from jobbpunkt.register.location import Location
from jobbpunkt.register.members import Members, Seen
from jobbpunkt.register.pins import Pin
from jobbpunkt.register.receipts import Receipt


class Aside(UserError):
    """What is worth knowing and no damage of this register."""


class _Fit(Enum):
    """How a noted end lies to a chain: it holds it, ends before it, or has something else there."""

    HELD = auto()
    SHORTER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Here:
    """What the register holds now."""

    session: Session
    members: Members
    end: int
    restored: pins.Restored | None

    def history(self, noted: Head) -> _Fit:
        if chain.goes_through(self.session, noted):
            return _Fit.HELD
        return _Fit.SHORTER if noted.number > self.end else _Fit.OTHER

    def listed(self, noted: Seen) -> _Fit:
        if self.members.goes_through(noted):
            return _Fit.HELD
        return _Fit.SHORTER if noted.n > self.members.seen.n else _Fit.OTHER

    def began_before(self, noted: Head) -> bool:
        """Tell whether a backup from before `noted` was restored here: what was noted after that backup is not missed."""
        began = self.restored
        return began is not None and began.history.number < noted.number and self.history(began.history) is _Fit.HELD


def compare(place: Location, connection: Connection, members: Members, folders: Iterable[Path]) -> Iterator[UserError]:
    """Compare a register with every pin on this computer, and with the receipts in `folders` and beside its file."""
    session = Session(connection)
    here = _Here(session, members, chain.head(session).number, pins.restored(place, members.register_id))
    for path, pin in pins.all_of(members.register_id):
        yield from _of_this_place(here, path, pin) if _is_of(place, path, pin) else _of_another(here, path, pin)
    beside = [place.path.parent] if place.path is not None else []
    for folder in dict.fromkeys(folder.absolute() for folder in (*beside, *folders)):
        for receipt in receipts.in_folder(folder, members.register_id):
            yield from _of_backup(here, receipt)


def _is_of(place: Location, path: Path, pin: Pin) -> bool:
    return path == pins.path_of(place, pin.register_id) or pin.is_of(place)


def _of_this_place(here: _Here, path: Path, pin: Pin) -> Iterator[UserError]:
    if here.listed(pin.seen) is not _Fit.HELD:
        yield _put_back(path)
    if here.history(pin.history) is not _Fit.HELD:
        yield UserError(
            "The history is not the one noted in {path}: it has been cut or rewritten. Compare the register with a backup.",
            path=path,
        )


def _put_back(path: Path) -> UserError:
    return UserError(
        "The list of users is older than the one noted in {path}, or another: an old key file was put back. Put"
        " the latest key file beside the register.",
        path=path,
    )


def _of_another(here: _Here, path: Path, pin: Pin) -> Iterator[UserError]:
    place = pin.place or path
    match here.history(pin.history):
        case _Fit.HELD:
            yield from _members_of_another(here, path, pin)
        case _Fit.SHORTER if here.began_before(pin.history):
            yield Aside(
                "The copy at {place} has more than the backup that was restored here: its history goes on to row"
                " {number}. Look there for what is missing here.",
                place=place,
                number=pin.history.number,
            )
        case _Fit.SHORTER if here.history(pin.first) is not _Fit.OTHER:
            yield UserError(
                "This register was seen at {place} with a history that goes on to row {number}; here it ends at"
                " row {end}. Either this is an older copy, or its history was cut. Compare the two before you"
                " work here.",
                place=place,
                number=pin.history.number,
                end=here.end,
            )
        case _:
            from_first = here.history(pin.first) is _Fit.OTHER
            yield Aside(
                "Somebody has gone on working in the copy at {place}, and it differs from this register from row"
                " {number} of the history at the latest. Agree on which of the two you work in.",
                place=place,
                number=(pin.first if from_first else pin.history).number,
            )


def _members_of_another(here: _Here, path: Path, pin: Pin) -> Iterator[UserError]:
    """Compare the members of a place whose history is held here: what was signed by then must be here too."""
    place = pin.place or path
    if here.listed(pin.with_history) is not _Fit.HELD:
        yield _put_back(path)
    elif here.listed(pin.seen) is _Fit.SHORTER:
        yield UserError(
            "This register was seen at {place} with a list of users that goes on to row {number}; here it ends"
            " at row {end}. Either this is an older copy, or an old key file was put back. Compare the two"
            " before you work here.",
            place=place,
            number=pin.seen.n,
            end=here.members.seen.n,
        )
    elif here.listed(pin.seen) is _Fit.OTHER:
        yield Aside(
            "Users were changed in the copy at {place}, and it differs from this register from row {number} of"
            " the list of users at the latest. Agree on which of the two you work in.",
            place=place,
            number=pin.seen.n,
        )


def _of_backup(here: _Here, receipt: Receipt) -> Iterator[UserError]:
    fit, backup, number = here.history(receipt.head), receipt.backup, receipt.head.number
    if fit is _Fit.HELD:
        if receipt.members and here.listed(receipt.seen) is not _Fit.HELD:
            yield UserError(
                "The list of users is older than the one of the backup {path}, or another: an old key file was"
                " put back. Put the latest key file beside the register.",
                path=backup,
            )
    elif here.began_before(receipt.head) and here.restored is not None and receipt.made_at <= here.restored.at:
        yield Aside(
            "The backup {path} was made before an older one was restored here. So the two differ, and nothing is wrong.",
            path=backup,
        )
    elif fit is _Fit.SHORTER:
        yield UserError(
            "By the backup {path}, the history goes on to row {number}; here it ends at row {end}. Either an"
            " older copy was put in the register's place, or its history was cut. Compare the register with that"
            " backup.",
            path=backup,
            number=number,
            end=here.end,
        )
    else:
        yield UserError(
            "The backup {path} has another history, from row {number} at the latest. Either it was made of a"
            " copy that somebody worked on in, or an older backup was restored after it, or somebody has"
            " rewritten the history here. Compare the two.",
            path=backup,
            number=number,
        )
