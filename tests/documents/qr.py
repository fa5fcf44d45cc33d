"""Reads a QR code of the smallest kind, written anew from the standard: what our own encoder made must say what it was given."""

from collections.abc import Callable, Iterator

_SIDE = 21
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_FORMAT_MASK = 0b101010000010010
_MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _column: row % 2 == 0,
    lambda _row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)


def read(code: tuple[tuple[bool, ...], ...]) -> str:
    """Return the letters and figures that a code of 21 squares says."""
    assert [len(row) for row in code] == [_SIDE] * _SIDE
    told = "".join("1" if code[8][column] else "0" for column in (0, 1, 2, 3, 4, 5, 7, 8))
    told += "".join("1" if code[row][8] else "0" for row in (7, 5, 4, 3, 2, 1, 0))
    mask = _MASKS[(int(told, 2) ^ _FORMAT_MASK) >> 10 & 0b111]
    bits = "".join(
        "1" if code[row][column] != mask(row, column) else "0" for row, column in _path() if not _is_fixed(row, column)
    )
    assert bits[:4] == "0010", "not of letters and figures"
    count, at, said = int(bits[4:13], 2), 13, ""
    while count - len(said) >= 2:
        pair = int(bits[at : at + 11], 2)
        said += _ALPHABET[pair // 45] + _ALPHABET[pair % 45]
        at += 11
    return said + (_ALPHABET[int(bits[at : at + 6], 2)] if len(said) < count else "")


def _is_fixed(row: int, column: int) -> bool:
    return (row < 9 and (column < 9 or column > 12)) or (row > 12 and column < 9) or row == 6 or column == 6


def _path() -> Iterator[tuple[int, int]]:
    """Yield the squares in the order of what they say: up and down in columns of two, from the right."""
    columns = [column for column in range(_SIDE - 1, 0, -2) if column > 6] + [5, 3, 1]
    for number, column in enumerate(columns):
        for row in range(_SIDE - 1, -1, -1) if number % 2 == 0 else range(_SIDE):
            yield row, column
            yield row, column - 1
