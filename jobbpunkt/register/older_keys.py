"""Keys of earlier epochs, kept wrapped under today's: what the history sealed with them is never sealed anew."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, delete, insert, select

from jobbpunkt.register.keys import HEALTH, PROTECTED, DataKeys
from models.account import OlderKey

SEALING = (HEALTH, PROTECTED)  # the keys that anything in the register is sealed with


def with_older(connection: Connection, keys: DataKeys) -> DataKeys:
    """Return the keys with those of earlier epochs that they open; one that does not open is as good as not there."""
    rows = connection.execute(select(OlderKey.epoch, OlderKey.key, OlderKey.wrapped)).all()
    return replace(keys, older=dict(_opened(rows, keys.named()))) if rows else keys


def wrap_anew(connection: Connection, new: DataKeys) -> None:
    """Keep the earlier keys that `new` carries wrapped under its own, and nothing under any other."""
    connection.execute(delete(OlderKey))
    held = new.named()
    rows = [
        {"epoch": epoch, "key": name, "wrapped": _wrapped(key, held[name], name, epoch)}
        for (name, epoch), key in sorted(new.older.items())
    ]
    if rows:
        connection.execute(insert(OlderKey), rows)


def _opened(rows: Iterable[Any], held: Mapping[str, bytes]) -> Iterable[tuple[tuple[str, int], bytes]]:
    for epoch, name, wrapped in rows:
        if name in held and name in SEALING:
            try:
                yield (name, epoch), AESGCM(held[name]).decrypt(wrapped[:12], wrapped[12:], _bound(name, epoch))
            except (InvalidTag, ValueError):
                continue


def _wrapped(key: bytes, under: bytes, name: str, epoch: int) -> bytes:
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(under).encrypt(nonce, key, _bound(name, epoch))


def _bound(name: str, epoch: int) -> bytes:
    return f"jobbpunkt older key 1:{name}:{epoch}".encode()
