"""Shares in per cent: from nothing to the whole."""

from decimal import Decimal

from jobbpunkt.base.errors import InvalidInput


def demand(share: Decimal | float, *, field: str) -> None:
    """Refuse a share that nothing can have."""
    if not 0 <= share <= 100:
        raise InvalidInput("A share is from 0 to 100 per cent. Write a number between them.", field=field)
