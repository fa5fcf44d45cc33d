"""The register as a whole: users, backup, check, export, undo, and the papers that the command line draws."""

from jobbpunkt import accounts, backup, check, drafts, history, passwords, shield
from jobbpunkt.accounts import NewUser
from jobbpunkt.cli import drawings, summaries
from jobbpunkt.exchange import everything
from models.vocabulary import Role
from tests.permissions.desk import Door, asks_first, may, one, sees
from tests.registers import PASSWORD

_LEAD = frozenset({Role.PROJECT_LEAD})

DOORS: dict[str, tuple[Door, ...]] = {
    "accounts.add": (may("A", lambda u, _: accounts.add(u, NewUser("ny", "Ny", _LEAD, PASSWORD))),),
    "accounts.change": (may("A", lambda u, _: accounts.change(u, one("user_account"), 1, name="Ny", roles=_LEAD)),),
    "accounts.deactivate": (may("A", lambda u, _: accounts.deactivate(u, one("user_account"), 1)),),
    "accounts.reset_password": (may("A", lambda u, _: accounts.reset_password(u, one("user_account"), PASSWORD)),),
    "accounts.users": (may("A", lambda u, _: accounts.users(u)),),
    "backup.make": (may("A", lambda r, d: backup.make(r, d.folder / "kopia.jobbpunkt")),),
    "check.check": (may("A", lambda r, _: check.check(r)),),
    "cli.drawings.cv": (may("CK", lambda u, d: drawings.cv(u, one("cv"), d.words)),),
    "cli.drawings.letter": (may("CK", lambda u, d: drawings.letter(u, one("letter"), d.words)),),
    "cli.drawings.plan": (
        may("CKS", lambda u, d: drawings.plan(u, one("plan"), d.words)),
        sees("C", lambda u, d: drawings.plan(u, d.health_plan, d.words)),
    ),
    "cli.drawings.summary": (asks_first("CK", lambda u, d: drawings.summary(u, one("person"), d.words)),),
    "cli.drawings.session": (may("CK", lambda u, d: drawings.session(u, one("coaching_session"), d.words)),),
    "cli.summaries.of": (may("CK", lambda r, d: summaries.of(r, d.words)),),
    "drafts.file_of": (may("CKLSAN", lambda r, d: drafts.file_of(r, d.folder)),),
    "drafts.open_store": (may("CKLSAN", lambda r, d: drafts.open_store(r, d.folder)[0].close()),),
    "exchange.everything.export": (may("A", lambda r, d: everything.export(r, d.folder / "allt.zip", d.words)),),
    "history.undo": (may("CKLSAN", lambda u, d: history.undo(u, d.own[u.user.id])),),
    "passwords.change_own": (may("CKLSAN", lambda r, _: passwords.change_own(r, PASSWORD, PASSWORD)),),
    "shield.require_protected": (may("C", lambda u, _: shield.require_protected(u)),),
}
INNER: dict[str, str] = {
    "exchange.reach.reach": "tells how far an export reaches that has asked",
    "history.append": "notes what services do, which have asked",
    "history.record": "notes what services do, which have asked",
    "shield.sees_health": "answers whether the user may",
    "shield.sees_protected": "answers whether the user may",
    "shield.visible": "a condition for queries",
    "shield.visible_plans": "a condition for queries",
}
