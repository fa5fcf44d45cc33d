"""Errors that a person can act on: one sentence that says what happened and what to do."""

from collections.abc import Callable


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
        return words(self.sentence, **self.fields)


class InvalidInput(UserError):
    """What was typed cannot be used; `field` names the attribute of the command it was typed into."""

    def __init__(self, sentence: str, *, field: str, **fields: object) -> None:
        super().__init__(sentence, **fields)
        self.field = field


class NotAllowed(UserError):
    """The signed-in user's roles or keys do not reach this."""


class NotFound(UserError):
    """The record does not exist, or is not visible to the signed-in user."""


class Stale(UserError):
    """Somebody else saved the same record since it was opened."""
