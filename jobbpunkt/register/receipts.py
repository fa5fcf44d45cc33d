"""The receipt beside each backup, in plain JSON: what it is of, when and by whom it was made, and where its history ends."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.chain import Head
from jobbpunkt.register.members import NOTHING, Seen
from jobbpunkt.register.slots import beside

_SUFFIX = ".receipt.json"
_LONGEST = 100_000  # bytes; what is longer was not written by us


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is known of a backup that was made whole and found equal to its register."""

    backup: Path
    register_id: str
    made_at: datetime
    made_by: str
    rows: int
    head: Head
    members: str
    schema: str
    size: int
    scheduled: bool

    def write(self) -> None:
        """Lay it beside its backup; raises OSError."""
        content = {
            "register": self.register_id,
            "file": self.backup.name,
            "made_at": self.made_at.isoformat(),
            "made_by": self.made_by,
            "rows": self.rows,
            "history_head": self.head.spelled(),
            "members_head": self.members,
            "schema": self.schema,
            "size": self.size,
            "scheduled": self.scheduled,
        }
        files.replace(place_of(self.backup), json.dumps(content, indent=1, ensure_ascii=False).encode())

    @property
    def seen(self) -> Seen:
        """Return how far the list of members went when the backup was made; nowhere if that cannot be read."""
        n, _, head = self.members.partition(":")
        return Seen(int(n), head) if n.isdecimal() else NOTHING

    @property
    def is_there(self) -> bool:
        """Whether the backup is there as it was made, with its key file."""
        with suppress(OSError):
            return self.backup.stat().st_size == self.size and any(file.exists() for file in beside(self.backup))
        return False


def place_of(backup: Path) -> Path:
    """Return where the receipt of a backup lies."""
    return backup.with_name(backup.name + _SUFFIX)


def in_folder(folder: Path, register_id: str) -> tuple[Receipt, ...]:
    """Return the receipts of a register's backups in a folder, newest first; what cannot be read is none."""
    try:
        found = [_read(path) for path in folder.glob(f"*{_SUFFIX}")]
    except OSError:
        return ()
    ours = [receipt for receipt in found if receipt is not None and receipt.register_id == register_id]
    return tuple(sorted(ours, key=lambda receipt: receipt.made_at, reverse=True))


def _read(path: Path) -> Receipt | None:
    try:
        content = json.loads(files.beginning(path, _LONGEST))
        number, _, digest = str(content["history_head"]).partition(":")
        made_at = datetime.fromisoformat(content["made_at"])
        return Receipt(
            backup=path.with_name(path.name.removesuffix(_SUFFIX)),
            register_id=str(content["register"]),
            made_at=made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC),
            made_by=str(content["made_by"]),
            rows=int(content["rows"]),
            head=Head(int(number), digest),
            members=str(content["members_head"]),
            schema=str(content["schema"]),
            size=int(content["size"]),
            scheduled=content["scheduled"] is True,
        )
    except (UserError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return None
