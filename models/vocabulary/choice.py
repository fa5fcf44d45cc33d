"""The ground of every closed list: each member has a stored value and an English label for gettext."""

from enum import Enum
from typing import Self


def N_(sentence: str) -> str:  # noqa: N802 - the name gettext's extractors know
    """Mark a source sentence for translation later, by `Words`, and return it unchanged."""
    return sentence


class Choice(Enum):
    """One closed list: `value` is stored, `label` is shown (translated by `Words`)."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep the stored value and the label apart."""
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """Return the member that is stored as `value`; ValueError when there is none."""
        try:
            return cls._value2member_map_[value]  # type: ignore[return-value]
        except KeyError:
            raise ValueError(value) from None
