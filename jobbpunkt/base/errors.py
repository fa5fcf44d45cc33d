"""Errors that a person can act on: one sentence that says what happened and what to do."""

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable
from uuid import UUID


class UserError(Exception):
    """A refusal with an English source sentence, translated where it is shown.

    `sentence` is a gettext message with `{name}` fields, filled from `fields` after translation.
    Nothing has been changed when it is raised.
    """

    def __init__(self, sentence: str, **fields: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fields = fields

    def text(self, words: Callable[..., str]) -> str:
        """Return the sentence in the language of `words`."""
        return words(self.sentence, **said(self.fields, words))


@runtime_checkable
class Spoken(Protocol):
    """What has words of its own in each language, as a field of a sentence."""

    def text(self, words: Callable[..., str]) -> str:
        """Return it in the language of `words`."""
        ...


def said(fields: Mapping[str, object], words: Callable[..., str]) -> dict[str, object]:
    """Return the fields of a sentence in the language that the sentence is said in."""
    return {name: value.text(words) if isinstance(value, Spoken) else value for name, value in fields.items()}


class InvalidInput(UserError):
    """What was typed cannot be used; `field` names the attribute of the command it was typed into."""

    def __init__(self, sentence: str, *, field: str, **fields: object) -> None:
        super().__init__(sentence, **fields)
        self.field = field


class NotAllowed(UserError):
    """The signed-in user's roles or keys do not reach this."""


class Shut(NotAllowed):
    """The gate does not let this user through to `person`; `asks_why` tells whether a reason opens it."""

    def __init__(self, sentence: str, person: UUID, *, asks_why: bool, **fields: object) -> None:
        super().__init__(sentence, **fields)
        self.person, self.asks_why = person, asks_why


class NotFound(UserError):
    """The record does not exist, or is not visible to the signed-in user."""


class Stale(UserError):
    """Somebody else saved the same record since it was opened."""


class SignedOut(UserError):
    """Whoever is signed in may no longer write: the window closes the register and asks for the password."""


def signed_out() -> SignedOut:
    """Return the refusal for somebody whose access has ended, or whose roles are fewer, since they signed in."""
    return SignedOut("Your access or your roles have been changed by an administrator. What you typed is kept; sign in again.")


def gone() -> NotFound:
    """Return the refusal for a record that is not there, or not for this user: which of the two must not be told."""
    return NotFound("What you are looking for is no longer in the register. Refresh the page.")


def stale() -> Stale:
    """Return the refusal for saving on top of a version that is no longer the latest."""
    return Stale("Somebody else has saved this since you opened it. Compare your text with theirs and save again.")
