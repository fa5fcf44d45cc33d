"""The table of trust: every fault with how often it is done, and what does it."""

from tests.trust import (
    actions,
    archives,
    damage,
    disks,
    foreign_files,
    names,
    payloads,
    rotations,
    saves,
    secrets_kept,
    starts,
    tampering,
    updates,
    windows,
)
from tests.trust.row import Row, by_tests

ROWS: tuple[Row, ...] = (
    Row("kills", "killed during mixed writes", "no acknowledged save lost, none half done", 500, 0, saves.kills),
    Row("disks", "the disk full", "old data intact, one sentence, what was typed is kept", 40, 0, disks.disks),
    Row("rotations", "killed while the keys are changed", "exactly one set of keys opens", 300, 2, rotations.rotations),
    Row("keys", "wrong key", "refused; the file stays as it is", 1000, 10, damage.wrong_keys),
    Row("flips", "a flipped bit in the register", "never read as data", 1000, 4, damage.flipped),
    Row("cuts", "a register cut off", "refused; never made anew", 1000, 4, damage.cut),
    Row("key-files", "both copies of the key file damaged alike", "nothing opens in silence", 400, 6, damage.key_files),
    Row("upgrades", "migration killed", "old or new schema, never between", 200, 0, saves.upgrades),
    Row(
        *("backups", "a backup that cannot be trusted", "each is opened, counted and its history compared when it is made", 1, 0),
        by_tests(
            *("tests/services/test_backup.py", "tests/services/test_daily_backups.py"),
            "tests/services/test_restoring_kills.py",
        ),
    ),
    Row("starts", "two programs started at once on one file", "one works, the other is told and reads", 500, 0, starts.row),
    Row(
        *("places", "a network folder, a folder carried to a cloud, a file exchanged underneath", "refused; left whole", 1, 0),
        by_tests("tests/services/test_shared_places.py", "tests/services/test_file_lock.py"),
    ),
    Row("updates", "many save one text on PostgreSQL", "no edit lost", 1000, 0, updates.updates),
    Row("actions", "any sequence of actions", "the register says what was done; undo is exact", 100, 1, actions.row),
    Row("history", "history tampered with", "every edit, swap, removal and cut found", 1000, 8, tampering.mutations),
    Row("formulas", "formulas in CSV and XLSX", "text stays text", 2000, 100, payloads.formulas),
    Row("markup", "markup on paper", "printed as it was typed; no picture is fetched", 2000, 20, payloads.markup),
    Row("files", "files damaged at random", "each is read or refused; nothing half written", 10_000, 20, foreign_files.row),
    Row("archives", "archives made to do harm", "read or refused; nothing written, nothing half done", 500, 4, archives.row),
    Row("names", "names that lead elsewhere", "each file in its folder; what is kept has an id", 1000, 5, names.names),
    Row(
        *("bombs", "foreign files made too large", "read in a child with limits, or refused", 1, 0),
        by_tests("tests/attacks/test_foreign_files.py"),
    ),
    Row(
        *("secrets", "two reports that left, of any periods", "no small group is recovered by reckoning"),
        *(2000, 12, secrets_kept.row),
    ),
    Row("search", "operators in the search", "words are words", 5000, 50, payloads.searches),
    Row(
        *("clear", "plain text by mistake, a raw key too short, an old engine", "refused"),
        *(1, 0, by_tests("tests/services/test_register.py")),
    ),
    Row("html", "markup in Qt", "plain text everywhere", 1, 0, by_tests("tests/ui/test_plain_text.py")),
    Row(
        *("traces", "logs, crashes, kills and the clipboard", "kinds and places only; nothing left", 1, 0),
        by_tests(
            *("tests/services/test_traces.py", "tests/attacks/test_no_dumps.py", "tests/attacks/test_leftovers.py"),
            "tests/ui/test_system_lock.py",
        ),
    ),
    Row(
        *("screen", "a window left alone", "locks by itself and with the system; keys dropped, drafts kept", 1, 0),
        by_tests("tests/ui/test_app.py", "tests/ui/test_system_lock.py"),
    ),
    Row("unlogged", "a look that cannot be written down", "not shown", 1, 0, by_tests("tests/permissions/test_noted.py")),
    Row(
        *("roles", "every role at every service", "as the table of who may says", 1, 0),
        by_tests("tests/permissions/test_permissions.py", "tests/permissions/test_mutate.py"),
    ),
    Row(
        *("planted", "a planted word of a health plan or a protected person", "on no surface without right and key", 1, 0),
        by_tests("tests/permissions", "tests/ui/test_planted.py", "tests/cli/test_planted.py"),
    ),
    Row(
        *("leaver", "a leaver with an old key file, the password and a later register", "nothing opens", 1, 0),
        by_tests("tests/attacks/test_leaver.py"),
    ),
    Row(
        *("administrator", "an administrator", "takes out nothing that the role may not read; their own elevation is told", 1, 0),
        by_tests("tests/attacks/test_export.py", "tests/services/test_elevation.py"),
    ),
    Row(
        *("protected", "a person is protected", "no word of theirs in clear anywhere", 1, 0),
        by_tests(
            *("tests/attacks/test_protected.py", "tests/attacks/test_protected_everywhere.py"),
            "tests/permissions/test_planted_protected.py",
        ),
    ),
    Row("attacks", "the attacks of an insider", "each fails, on each engine where it applies", 1, 0, by_tests("tests/attacks")),
    Row("window", "the window flipped through", "no crash, no stale page, no wrapper left behind", 20, 0, windows.minutes),
    Row("typing", "killed while typing", "at most a second is lost, in any field", 100, 0, windows.typing),
)
