"""Where in a document something is wrong, told in the file's own words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_

Step = str | int

NOT_OF_TYPE = {
    "string": N_("In the CV, {place} should be text. Correct it in the program that made the file."),
    "array": N_("In the CV, {place} should be a list. Correct it in the program that made the file."),
    "object": N_("In the CV, {place} should be a group of fields. Correct it in the program that made the file."),
}
NOT_ALLOWED = N_("In the CV, {place} does not follow the JSON Resume format. Correct it in the program that made the file.")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader of a file should know, as a source sentence with its fields."""

    sentence: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def text(self, words: Callable[..., str]) -> str:
        """Return the sentence in the language of `words`."""
        return words(self.sentence, **self.fields)


def place(path: Sequence[Step]) -> str:
    """Return a path as a person reads it: `work, post 2, startDate`; posts are counted from 1."""
    return ", ".join(f"post {step + 1}" if isinstance(step, int) else step[:60] for step in path)


def refusal(sentence: str, path: Sequence[Step], **fields: object) -> UserError:
    """Return the refusal of what stands at `path`; the sentence has a `{place}` field."""
    return UserError(sentence, place=place(path), **fields)
