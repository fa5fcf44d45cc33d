"""The search offers nobody what the role may not do."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.vocabulary import Role
from tests.colleagues import colleague
from tests.ui.conftest import settle
from ui.context import Context
from ui.top_bar import TopBar
from ui.widgets.labels import ElidedLabel
from ui.widgets.palette import Palette

KEYS = "Välj med piltangenterna, öppna med Enter, stäng med Esc."


@pytest.mark.parametrize(
    ("role", "prompt", "tries"),
    [
        (
            Role.COACH,
            "Sök person, plan, kampanj ...",
            " Pröva: ny person, boka Anna fredag 10, räkna, skriv ut plan Anna.",
        ),
        (Role.PROJECT_LEAD, "Sök person, kampanj ...", " Pröva: räkna."),
        (Role.SUPERVISOR, "Sök i projektet ...", ""),
        (Role.ADMINISTRATOR, "Sök kampanj ...", ""),
    ],
)
def test_what_is_offered(qtbot: QtBot, context: Context, role: Role, prompt: str, tries: str) -> None:
    with colleague(context.register, [role]) as other:
        mine = Context(other, context.words, context.settings)
        bar = TopBar(mine.words, mine.user)
        qtbot.addWidget(bar)
        bar.show()
        palette = Palette(mine, (), bar)
        said = {label.text() for label in palette.findChildren(QLabel)}
        assert palette.line.placeholderText() == prompt
        assert prompt in {label.text() for label in bar.findChildren(ElidedLabel)}
        assert KEYS + tries in said
        palette.close()
        settle(qtbot, mine)
        mine.close()
