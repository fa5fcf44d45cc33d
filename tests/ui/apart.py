"""What lies apart from the pages: ways into a register, the lock, drafts, two texts side by side, search, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabWidget, QWidget
from sqlalchemy import text

from jobbpunkt.documents.recovery import RecoveryDocument
from jobbpunkt.people.caseload import caseload
from jobbpunkt.people.opening import standing
from jobbpunkt.register.opening import Credentials, Register
from tests.ui.everywhere import Look, View, Walk
from ui import messages
from ui.app import Program
from ui.cvs.letter_editor import LetterEditor
from ui.cvs.tab import CvsTab
from ui.drafts.choosing import BothTexts
from ui.drafts.form_draft import Difference
from ui.people.anyway import AnywayDialog
from ui.welcome.demo import Preparing
from ui.welcome.frame import WelcomeFrame
from ui.welcome.recovery_sheet import RecoverySheet
from ui.welcome.sign_in import SignIn
from ui.widgets.dialog import FormDialog
from ui.widgets.palette import Palette

KEY = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567-ABCD-EFGH-IJKL-MNOP-QRST"
TYPED = ("Samira trivs på lagret.\nHon börjar måndag.", "Samira trivs på kontoret.\nHon börjar måndag.")
# One file is no CV, and of the other not all can be taken in.
BAD_RESUME = b'{"a": 1}'
RESUME = (
    b'{"basics": {"name": "Anna Exempel", "url": "inte en adress"}, "work": [{"name": "Lagret", "startDate": "2019"}], "x": 1}'
)
# What the walk itself writes, which no catalogue says.
WRITTEN = (KEY, *TYPED, "Utkast", "sam", "look", "demo", "kollega", "jobbpunkt", "RuntimeError", "Jobbpunkt")


def entrances(program: Program, place: str, login: str, look: Look, settle: Callable[[], None]) -> None:
    """Look at each way into a register; nobody is signed in yet, and nobody is afterwards."""
    words, window = program.words, program.window

    def see(name: str, view: WelcomeFrame | None) -> None:
        assert view is not None, name
        settle()
        look(View(f"welcome/{name}", window))

    program.start(place, login)
    see("sign in", program.welcome.view)
    _press(program.welcome.view, words("Use the recovery key"))
    see("recover", program.welcome.view)
    program.welcome.sign_in(place, login)
    _press(program.welcome.view, words("Choose another register"))
    see("first start", program.welcome.view)
    for choice in ("Make a register", "Open a register"):
        _press(program.welcome.view, words(choice))
        see(choice, program.welcome.view)
        program.welcome.first_start()
    paper = RecoveryDocument(KEY, place, login, date(2020, 12, 14))
    waiting = Preparing(words, program.operations)
    waiting.bar.setValue(40)
    for view in (RecoverySheet(words, program.operations, paper), waiting):
        window.put_on_top(view)
        see(type(view).__name__, view)
        window.take_off(view)
    program.welcome.sign_in(place, login)
    asked = program.welcome.view
    assert asked is not None
    asked.show_notice(
        words(
            "The user name or the password is wrong. Try again, or ask an administrator for a"
            " new password. If nobody can give you one, use the recovery key."
        ),
        "bad",
    )
    see("refused", asked)


def things_apart(walk: Walk, person: str) -> None:
    """Look at a person's papers, and at what opens over the window wherever one is."""
    if "people" in walk.workspace.rail.keys and person:
        _papers(walk, UUID(person))
        _shut(walk)
    _work_under_way(walk)
    _search(walk)
    _both_texts(walk)
    _drafts(walk)
    _questions(walk)


def locked(walk: Walk, password: str, look: Look) -> None:
    """Look at the lock, and open it again."""
    program = walk.program
    assert program.context is not None
    where, login = program.context.register.location.text, program.context.user.login
    program.lock()
    walk.settle()
    assert isinstance(program.welcome.view, SignIn)
    look(View("locked", program.window))
    program.enter(Register.open(where, Credentials(login, password), program.context.clock))
    walk.settle()


def person_with_most(register: Register) -> str:
    """Return the id of the person about whom most papers are kept: the demo's first is protected and has none."""
    with register.reading() as uow:
        found = uow.session.execute(text("select person_id from cv group by person_id order by count(*) desc, person_id")).first()
    return "" if found is None else str(found[0])


def _press(view: QWidget | None, name: str) -> None:
    assert view is not None
    next(one for one in view.findChildren(QPushButton) if name in (one.text(), one.accessibleName())).click()


def _papers(walk: Walk, person: UUID) -> None:
    """Make a letter and look at its editor, with and without the paper; then at files that are taken in and that are not."""
    walk.workspace.go("people", person)
    walk.settle()
    page = walk.workspace.current
    assert page is not None
    tabs = next(one for one in page.findChildren(QTabWidget) if one.isVisible())
    called = [tabs.tabText(number) for number in range(tabs.count())]
    if walk.context.words("CV and letters") not in called:
        return
    tabs.setCurrentIndex(called.index(walk.context.words("CV and letters")))
    walk.settle()
    papers = next(one for one in page.findChildren(CvsTab) if one.isVisible())
    for file in (BAD_RESUME, RESUME):
        papers.take(file)
        walk.settle()
        walk.see(f"file taken in, {len(file)}", walk.window)
    papers.new_letter()
    walk.settle()
    asked = next(one for one in walk.dialogs() if isinstance(one, FormDialog))
    asked.save()
    walk.settle()
    editor = next(one for one in walk.workspace.findChildren(LetterEditor) if one.isVisible())
    for _ in range(2):
        walk.see(f"letter, paper {'beside' if editor.preview.isVisible() else 'away'}", walk.window)
        editor.paper.click()
        walk.settle()
    editor.leave()
    walk.settle()


def _shut(walk: Walk) -> None:
    """Go to a colleague's participant, and look at what asks why one opens them; then rather not.

    Whoever followed a figure to its records on the way has opened those persons already.
    """
    with walk.context.register.reading() as uow:
        theirs = [row.id for row in caseload(uow) if row.coach_id not in {None, uow.user.id} and not row.name.protected]
        other = next((person for person in theirs if not standing(uow, person).open), None)
    if other is None:
        return
    walk.workspace.go("people", other)
    walk.settle()
    walk.qtbot.waitUntil(lambda: any(isinstance(one, AnywayDialog) for one in walk.dialogs()))
    walk.close_dialogs("a colleague's participant", "asked why")
    walk.settle()


def _work_under_way(walk: Walk) -> None:
    """Look at the line that moves while one waits."""
    walk.workspace.busy.run(busy=True)
    walk.see("work under way", walk.window)
    walk.workspace.busy.run(busy=False)


def _search(walk: Walk) -> None:
    walk.workspace.bar.search_wanted.emit()
    palette = next(one for one in walk.workspace.findChildren(Palette) if one.isVisible())
    walk.see("search", palette)
    QTest.keyClicks(palette.line, "sam")
    walk.qtbot.waitUntil(lambda: palette.list.count() > 0)
    walk.qtbot.wait(150)
    walk.settle()
    walk.see("search found", palette)
    palette.close()
    walk.settle()


def _both_texts(walk: Walk) -> None:
    mine, theirs = TYPED
    words = walk.context.words
    asking = BothTexts(words, [Difference("note", words("Note"), mine, theirs, mine, theirs)], walk.window)
    asking.open()
    walk.settle()
    walk.see("two texts side by side", asking)
    asking.close()
    walk.settle()


def _drafts(walk: Walk) -> None:
    """Leave a half-written form, look at the list of drafts, and at the form that came back."""
    page = walk.workspace.current
    words = walk.context.words
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()] if page is not None else []
    new = next((one for one in buttons if one.accessibleName() in (words("New person"), words("New campaign"))), None)
    if new is None:
        return
    new.click()
    walk.settle()
    dialog = next(one for one in walk.dialogs() if isinstance(one, FormDialog))
    line = next(one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(line, "Utkast")
    walk.settle()
    walk.see("half written", dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    walk.settle()
    walk.workspace.bar.drafts_wanted.emit()
    walk.settle()
    walk.close_dialogs("drafts", "list")
    new.click()
    walk.settle()
    walk.close_dialogs("drafts", "restored")


def _questions(walk: Walk) -> None:
    words, window = walk.context.words, walk.window
    messages.ask(
        window,
        words("Close without saving? What you have typed here is then lost."),
        words,
        yes=words("Close without saving"),
        then=_nothing,
    )
    walk.settle()
    walk.close_dialogs("question", "asked")
    walk.program.crash.report(RuntimeError("ett prov"))
    walk.settle()
    walk.close_dialogs("crash", "told")


def _nothing() -> None:
    """Do nothing."""
