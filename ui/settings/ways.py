"""The ways back into the forms of a user."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt.register import accounts
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.settings.user_forms import new_user_dialog, phone_dialog, roles_dialog


def _new(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(new_user_dialog, sought.page, sought.context)


def _roles(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(roles_dialog, sought.page, sought.context, again(accounts.users(uow), sought.of))


def _phone(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(phone_dialog, sought.page, sought.context, accounts.own_phone(uow))


WAYS: Mapping[str, Way] = {"user.new": _new, "user": _roles, "user.phone": _phone}
