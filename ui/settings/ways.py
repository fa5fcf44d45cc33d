"""The ways back into the forms of a user."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import accounts
from jobbpunkt.unit_of_work import UnitOfWork
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.settings.user_forms import new_user_dialog, roles_dialog


def _new(_uow: UnitOfWork, sought: Sought) -> Callable[[], Made]:
    return partial(new_user_dialog, sought.page, sought.context)


def _roles(uow: UnitOfWork, sought: Sought) -> Callable[[], Made]:
    return partial(roles_dialog, sought.page, sought.context, again(accounts.users(uow), sought.of))


WAYS: Mapping[str, Way] = {"user.new": _new, "user": _roles}
