"""Whether a register waits for new keys: asked at each sign-in, and so apart from making them."""

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import due
from jobbpunkt.register.opening import Register


def is_due(register: Register) -> bool:
    """Tell whether the register waits for new keys, and the signed-in user can make them."""
    if register.only_read is not None or register.location.login is not None:
        return False
    with register.reading() as uow:
        if not due.is_noted(uow):
            return False
    from jobbpunkt.register import renewal  # which hardly any sign-in has need of

    try:
        renewal.demand_entitled(register.keyring)
    except UserError:
        return False
    return True
