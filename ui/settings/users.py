"""The card of users in the settings: who may sign in, and with which roles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu

from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import UserRow
from ui import asking, messages
from ui.context import Context
from ui.settings.card import SettingsCard
from ui.settings.user_forms import new_user_dialog, reset_dialog, roles_dialog
from ui.widgets.buttons import quiet, secondary
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable

HEIGHT = 300


class UsersCard(SettingsCard):
    """Every user, and what an administrator does with one: other roles, a new password, shutting out."""

    def __init__(self, context: Context) -> None:
        words = context.words
        explanation = words(
            "Keys come with the roles. A coach can open health plans and people with a protected identity. The"
            " administrator's role only hands the keys on, and gives no right to read either."
        )
        add = secondary(words("New user"), self.add_user, icon="user-plus")
        super().__init__(context, words("Users"), add, explanation=explanation)
        self.live = Live(self, context, self.refresh)
        self.table = RowTable[UserRow](words, self._columns(), lambda row: row.id, name=words("Users"))
        self.table.setMinimumHeight(HEIGHT)
        self.add(self.table)
        self._roles = quiet(words("Change"), self._on_current(self.change_roles), icon="pencil")
        self._reset = quiet(words("New password"), self._on_current(self.reset), icon="key-round")
        self.shut = quiet(words("Shut out"), self._on_current(self.shut_out), icon="lock")
        self.give = quiet(words("Confirm the role"), self._on_current(partial(self.answer, give=True)), icon="check")
        self.decline = quiet(words("Decline the role"), self._on_current(partial(self.answer, give=False)), icon="x")
        buttons = QHBoxLayout()
        for button in (self._roles, self._reset, self.shut, self.give, self.decline):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(buttons)
        self.table.opened.connect(self.change_roles)
        self.table.chosen.connect(self._offer)
        self.table.set_menu(self._fill_menu)
        self._offer(None)

    def refresh(self) -> None:
        """Show the users as they are now."""
        self.live.read(accounts.users, self.table.set_rows)

    def add_user(self) -> None:
        """Ask for a new user."""
        new_user_dialog(self, self.context).open()

    def change_roles(self, user: UserRow) -> None:
        """Ask for a user's name and roles."""
        dialog = roles_dialog(self, self.context, user)
        dialog.accepted.connect(self.context.access_changed)
        dialog.open()

    def reset(self, user: UserRow) -> None:
        """Ask for a user's new password."""
        dialog = reset_dialog(self, self.context, user)
        dialog.accepted.connect(self.context.access_changed)
        dialog.open()

    def shut_out(self, user: UserRow) -> None:
        """Let a user in no longer, if the administrator means it."""
        words = self.words
        question = words("Shall {name} no longer be able to sign in? What they have written stays.", name=user.name)
        messages.ask(self, question, words, yes=words("Shut out"), then=partial(self._let_in_no_longer, user), danger=True)

    def _let_in_no_longer(self, user: UserRow) -> None:
        shut_out = self.context.access_changed
        asking.write(self, self.context, lambda uow: accounts.deactivate(uow, user.id, user.version), lambda _: shut_out.emit())

    def answer(self, user: UserRow, *, give: bool) -> None:
        """Give another administrator the role that they asked for, or say no."""
        asking.write(self, self.context, lambda uow: accounts.answer_asked(uow, user.id, user.version, give=give))

    def _columns(self) -> tuple[Column[UserRow], ...]:
        words = self.words

        def roles(row: UserRow) -> str:
            held = ", ".join(sorted(words(role.label) for role in row.roles))
            asked = ", ".join(sorted(words(role.label) for role in row.asked))
            return words("{held}; asks for: {asked}", held=held, asked=asked) if asked else held

        return (
            Column("Name", lambda row: row.name, strong=True),
            Column("User name", lambda row: row.login),
            Column("Roles", roles, stretch=True),
            Column(
                "Signs in",
                lambda row: words("Yes") if row.active else words("No"),
                tone=lambda row: "good" if row.active else "neutral",
            ),
        )

    def _on_current(self, act: Callable[[UserRow], None]) -> Callable[[], None]:
        def pressed() -> None:
            user = self.table.current()
            if user is not None:
                act(user)

        return pressed

    def _offer(self, user: UserRow | None) -> None:
        for button in (self._roles, self._reset):
            button.setEnabled(user is not None)
        another = user is not None and user.active and user.id != self.context.user.id
        self.shut.setEnabled(another)
        for button in (self.give, self.decline):
            button.setVisible(another and user is not None and bool(user.asked))

    def _fill_menu(self, menu: QMenu, user: UserRow) -> None:
        menu.addAction(self.words("Change"), partial(self.change_roles, user))
        menu.addAction(self.words("New password"), partial(self.reset, user))
        if self.shut.isEnabled():
            menu.addAction(self.words("Shut out"), partial(self.shut_out, user))
