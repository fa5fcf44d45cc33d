"""The table of trust: every fault with how often it is done, and what does it."""

from tests.trust import damage, foreign_files, payloads, rotations, saves, tampering
from tests.trust.row import Row, by_tests

ROWS: tuple[Row, ...] = (
    Row("kills", "killed during mixed writes", "no acknowledged save lost, none half done", 500, 0, saves.kills),
    Row("rotations", "killed while the keys are changed", "exactly one set of keys opens", 300, 4, rotations.rotations),
    Row("keys", "wrong key", "refused; the file stays as it is", 1000, 10, damage.wrong_keys),
    Row("flips", "a flipped bit in the register", "never read as data", 1000, 4, damage.flipped),
    Row("cuts", "a register cut off", "refused; never made anew", 1000, 4, damage.cut),
    Row("key-files", "both copies of the key file damaged alike", "nothing opens in silence", 400, 6, damage.key_files),
    Row("upgrades", "migration killed", "old or new schema, never between", 200, 0, saves.upgrades),
    Row("history", "history tampered with", "every edit, swap, removal and cut found", 1000, 8, tampering.mutations),
    Row("formulas", "formulas in CSV and XLSX", "text stays text", 2000, 100, payloads.formulas),
    Row("markup", "markup on paper", "printed as it was typed; no picture is fetched", 2000, 20, payloads.markup),
    Row("files", "files damaged at random", "each is read or refused; nothing half written", 10_000, 60, foreign_files.row),
    Row("search", "operators in the search", "words are words", 5000, 50, payloads.searches),
    Row(
        *("clear", "plain text by mistake, a raw key too short, an old engine", "refused"),
        *(1, 0, by_tests("tests/services/test_register.py")),
    ),
    Row("html", "markup in Qt", "plain text everywhere", 1, 0, by_tests("tests/ui/test_plain_text.py")),
    Row("traces", "logs and crashes", "kinds and places only", 1, 0, by_tests("tests/services/test_traces.py")),
    Row("unlogged", "a look that cannot be written down", "not shown", 1, 0, by_tests("tests/permissions/test_noted.py")),
    Row(
        *("roles", "every role at every service", "as the table of who may says", 1, 0),
        by_tests("tests/permissions/test_permissions.py", "tests/permissions/test_mutate.py"),
    ),
    Row(
        *("planted", "a planted word of a health plan or a protected person", "on no surface without right and key", 1, 0),
        by_tests("tests/permissions", "tests/ui/test_planted.py", "tests/cli/test_planted.py"),
    ),
    Row("attacks", "the attacks of an insider", "each fails, on each engine where it applies", 1, 0, by_tests("tests/attacks")),
)
