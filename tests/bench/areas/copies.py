"""The register as a whole: backed up and checked."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from jobbpunkt.register import backup, check, database
from jobbpunkt.register.verified_copy import Backup
from tests.bench.entry import Entry
from tests.bench.stock import Bench

AT_MOST = 2.0
HISTORY = """SELECT action || coalesce(after, '') || at || coalesce(before, '') || noun || number
  || coalesce(person_id, '') || previous || coalesce(reason, '') || record_id || transaction_id
  || coalesce(user_id, '') FROM history_entry ORDER BY number"""


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the backup and the check, beside the engine's own copy or checks and one hash of the history."""
    key, target = bench.register.data_keys.register, bench.folder / "backup.jobbpunkt"

    def ours() -> Backup:
        return backup.make(bench.register, target)

    def copy() -> None:
        bare = bench.folder / "bare.jobbpunkt"
        bare.unlink(missing_ok=True)
        bare.touch()
        _copy(bench, bare, key)
        _hash(bench)

    yield Entry("Backup, verified", ours, "the engine's copy, one hash of the history", copy, AT_MOST, grows=True)

    def checked() -> None:
        assert not check.check(bench.register).findings

    def checks() -> None:
        for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
            bench.connection.execute(f"PRAGMA {pragma}").fetchall()
        _hash(bench)

    yield Entry("Check", checked, "the engine's checks, one hash of the history", checks, AT_MOST, grows=True)


def _copy(bench: Bench, target: Path, key: bytes) -> None:
    writer = database.connect_file(target, key)
    try:
        bench.connection.backup(writer)
    finally:
        writer.close()


def _hash(bench: Bench) -> None:
    for (entry,) in bench.connection.execute(HISTORY):
        hashlib.sha256(entry.encode()).hexdigest()
