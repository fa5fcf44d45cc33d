"""The dialogs of users: a new one, other roles, a new password."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import NewUser, OwnPhone, UserRow
from ui.context import Context
from ui.drafts.naming import DraftName, NotKept
from ui.settings.roles_field import RolesField
from ui.welcome.password import NewPasswordField
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField

PHONE_SHOWN = N_("Stands on the papers that people take home, so that they can reach the one who helps them.")


def new_user_dialog(parent: QWidget, context: Context) -> FormDialog:
    """Return the dialog that lets a new user in."""
    words = context.words
    form = Form(words)
    name = form.add("name", LineField(words("Name")))
    login = form.add("login", LineField(words("User name"), hint=words("What they type to sign in, for example anna.berg.")))
    phone = form.add("phone", LineField(words("Telephone"), hint=words(PHONE_SHOWN)))
    roles = form.add("roles", RolesField(words, words("Roles")))
    password = form.add("password", NewPasswordField(words, words("First password")))

    def prepare() -> Work:
        new = NewUser(login.value(), name.value(), roles.value(), password.value(), phone.value())
        return lambda uow: accounts.add(uow, new)

    explanation = words("Tell them the first password in person; they change it in the settings.")
    draft = DraftName("user.new", page="settings")
    return FormDialog(parent, context, words("New user"), form, prepare, draft=draft, explanation=explanation)


def roles_dialog(parent: QWidget, context: Context, user: UserRow) -> FormDialog:
    """Return the dialog that changes a user's name, telephone and roles."""
    words = context.words
    form = Form(words)
    name = form.add("name", LineField(words("Name")))
    phone = form.add("phone", LineField(words("Telephone"), hint=words(PHONE_SHOWN)))
    roles = form.add("roles", RolesField(words, words("Roles")))
    form.set_values(name=user.name, phone=user.phone, roles=user.roles)

    def prepare() -> Work:
        called, number, trusted = name.value(), phone.value(), roles.value()
        return lambda uow: accounts.change(uow, user.id, user.version, name=called, phone=number, roles=trusted)

    explanation = words("Other roles take effect when {name} next signs in.", name=user.name)

    draft, title = DraftName("user", user.id, page="settings"), words("Change user")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation)


def phone_dialog(parent: QWidget, context: Context, own: OwnPhone) -> FormDialog:
    """Return the dialog that changes one's own telephone."""
    words = context.words
    form = Form(words)
    phone = form.add("phone", LineField(words("Telephone"), hint=words(PHONE_SHOWN)))
    form.set_values(phone=own.phone)

    def prepare() -> Work:
        number = phone.value()
        return lambda uow: accounts.set_own_phone(uow, own.version, number)

    draft = DraftName("user.phone", page="settings")
    return FormDialog(parent, context, words("Your telephone"), form, prepare, draft=draft)


def reset_dialog(parent: QWidget, context: Context, user: UserRow) -> FormDialog:
    """Return the dialog that gives a user a new password."""
    words = context.words
    form = Form(words)
    password = form.add("password", NewPasswordField(words, words("New password")))

    def prepare() -> Work:
        typed = password.value()
        return lambda uow: accounts.reset_password(uow, user.id, typed)

    title = words("New password for {name}", name=user.name)
    explanation = words("The old password stops working at once. Tell them the new one in person.")
    draft = NotKept("only a password is typed here")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation)
