"""The register as a whole: users, backup, check, export, undo, and the papers that the command line draws."""

from copy import copy

from jobbpunkt.cli import summaries
from jobbpunkt.exchange import everything, extract
from jobbpunkt.printing import batches, drawings
from jobbpunkt.register import accounts, backup, check, drafts, keeping, passwords, recovery, rotating, shield, undo, waiting
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.location import Location
from jobbpunkt.register.opening import Register
from models.vocabulary import Role
from tests.permissions.desk import DAY, Door, asks_first, may, one, sees
from tests.registers import PASSWORD


def _on_a_server(register: Register) -> Register:
    """Return the register as if it were on a server, where the day's copy is for who keeps it."""
    there = copy(register)
    there.location = Location("postgresql://there/there", url="postgresql://there/there")
    return there


ERRAND = everything.Errand("Kommunarkivet", "Leverans enligt plan")
_KEEP = keeping.Keep(7, 4, 12)
_LEAD = frozenset({Role.PROJECT_LEAD})

DOORS: dict[str, tuple[Door, ...]] = {
    "register.accounts.add": (may("A", lambda u, _: accounts.add(u, NewUser("ny", "Ny", _LEAD, PASSWORD))),),
    "register.accounts.change": (
        may("A", lambda u, d: accounts.change(u, d.registers["S"].user.id, 1, name="Ny", roles=_LEAD, phone="")),
    ),
    "register.accounts.answer_asked": (
        asks_first("A", lambda u, d: accounts.answer_asked(u, d.registers["S"].user.id, 1, give=True)),
    ),
    "register.recovery.renew": (may("A", lambda u, _: recovery.renew(u)),),
    "register.accounts.deactivate": (may("A", lambda u, _: accounts.deactivate(u, one("user_account"), 1)),),
    "register.accounts.reset_password": (may("A", lambda u, d: accounts.reset_password(u, d.registers["S"].user.id, PASSWORD)),),
    "register.accounts.own_phone": (may("CKLSAN", lambda u, _: accounts.own_phone(u)),),
    "register.accounts.set_own_phone": (may("CKLSAN", lambda u, _: accounts.set_own_phone(u, 1, "")),),
    "register.accounts.users": (may("A", lambda u, _: accounts.users(u)),),
    "register.rotating.rotate": (asks_first("CA", lambda r, _: rotating.rotate(r)),),
    "register.waiting.is_due": (may("CKLSAN", lambda r, _: waiting.is_due(r)),),
    "register.backup.make": (may("A", lambda r, d: backup.make(r, d.folder / "kopia.jobbpunkt")),),
    "register.backup.of_day": (
        asks_first("A", lambda r, d: backup.of_day(_on_a_server(r), d.folder / "none", keeping.Keep(7, 4, 12))),
    ),
    "register.backup.last_good": (may("CKLSAN", lambda r, d: backup.last_good(r, d.folder)),),
    "register.backup.listed": (may("A", lambda r, d: backup.listed(r, d.folder)),),
    "register.check.check": (may("A", lambda r, _: check.check(r)),),
    "printing.drawings.cv": (may("CK", lambda u, d: drawings.cv(u, one("cv"), d.words)),),
    "printing.drawings.letter": (may("CK", lambda u, d: drawings.letter(u, one("letter"), d.words)),),
    "printing.drawings.plan": (
        may("CK", lambda u, d: drawings.plan(u, one("plan"), d.words)),
        sees("C", lambda u, d: drawings.plan(u, d.health_plan, d.words)),
    ),
    "printing.drawings.consent": (may("C", lambda u, d: drawings.consent(u, one("person"), d.words)),),
    "printing.drawings.completion": (asks_first("CK", lambda u, d: drawings.completion(u, one("plan"), d.words)),),
    "printing.drawings.summary": (asks_first("CK", lambda u, d: drawings.summary(u, one("person"), d.words)),),
    "printing.drawings.session": (may("CK", lambda u, d: drawings.session(u, one("coaching_session"), d.words)),),
    "printing.batches.plans_of_coach": (may("CK", lambda u, d: batches.plans_of_coach(u, d.words)),),
    "printing.batches.plans_of_programme": (may("CK", lambda u, d: batches.plans_of_programme(u, one("programme"), d.words)),),
    "printing.batches.sheets_of_day": (may("CK", lambda u, d: batches.sheets_of_day(u, DAY, d.words)),),
    "cli.summaries.of": (may("CK", lambda r, d: summaries.of(r, d.words)),),
    "register.drafts.file_of": (may("CKLSAN", lambda r, d: drafts.file_of(r, d.folder)),),
    "register.drafts.open_store": (may("CKLSAN", lambda r, d: drafts.open_store(r, d.folder)[0].close()),),
    "printing.drawings.health_extract": (may("C", lambda u, d: drawings.health_extract(u, one("person"), d.words)),),
    "printing.drawings.extract": (may("CK", lambda u, d: drawings.extract(u, one("person"), d.words)),),
    "exchange.extract.document": (
        may("CK", lambda u, _: extract.document(u, one("person"))),
        may("C", lambda u, _: extract.document(u, one("person"), health=True)),
        may("C", lambda u, d: extract.document(u, d.protected)),
    ),
    "exchange.extract.note_printed": (
        may("CK", lambda u, _: extract.note_printed(u, one("person"))),
        may("C", lambda u, _: extract.note_printed(u, one("person"), health=True)),
        may("C", lambda u, d: extract.note_printed(u, d.protected)),
    ),
    "exchange.everything.export": (may("A", lambda r, d: everything.export(r, d.folder / "allt.zip", ERRAND, d.words)),),
    "register.undo.undo": (may("CKLSAN", lambda u, d: undo.undo(u, d.own[u.user.id])),),
    "register.passwords.change_own": (may("CKLSAN", lambda r, _: passwords.change_own(r, PASSWORD, PASSWORD)),),
    "register.passwords.demand_own": (may("CKLSAN", lambda r, _: passwords.demand_own(r, PASSWORD)),),
    "register.shield.require_protected": (may("C", lambda u, _: shield.require_protected(u)),),
}
INNER: dict[str, str] = {
    "register.naming.is_taken": "tells services that ask whether a name they are about to write is taken",
    "register.veiling.catch_up": "makes whole what an earlier version left, at the sign-in of whoever holds the key",
    "register.veiling.cover_meetings": "seals the meetings that somebody protected has just joined, as they are written",
    "register.veiling.lift": "opens what was sealed of a person, for the service that has asked for right and key",
    "register.veiling.protect": "seals what is there of a person, for the service that has asked for right and key",
    "register.due.is_noted": "answers whether new keys are due",
    "register.due.note": "part of each change of access, which has asked",
    "register.due.settle": "part of a change of keys, which has asked",
    "register.joining.settle": "part of every sign-in",
    "register.member_check.findings": "part of the check, which asks",
    "register.roster.members_now": "answers who belongs, to services that ask",
    "register.roster.standing_of": "answers who the user is in the list of members",
    "exchange.rights.tables_out": "tells services that ask what an export leaves out",
    "register.finding.way": "answers how an engine is asked",
    "register.server_login.change_own": "follows one's own new password, which has asked for the old one",
    "register.server_login.make": "follows what an administrator does with users; the server asks again who may",
    "register.server_login.stop": "follows what an administrator does with users; the server asks again who may",
    "exchange.reach.of_user": "answers what the user may open",
    "exchange.reach.reach": "tells how far an export reaches that has asked",
    "register.shield.sees_health": "answers whether the user may",
    "register.shield.sees_protected": "answers whether the user may",
    "register.shield.visible": "a condition for queries",
    "register.consents_shield.visible_consents": "a condition for queries",
    "register.shield.visible_plans": "a condition for queries",
}
