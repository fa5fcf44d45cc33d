"""Where in a document something is wrong: the section as the reader knows it, the field in the file's own words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from jobbpunkt.base.errors import UserError, said
from jobbpunkt.base.words import N_

Step = str | int

NOT_OF_TYPE = {
    "string": N_("In the CV, {place} should be text. Correct it in the program that made the file."),
    "array": N_("In the CV, {place} should be a list. Correct it in the program that made the file."),
    "object": N_("In the CV, {place} should be a group of fields. Correct it in the program that made the file."),
}
NOT_ALLOWED = N_("In the CV, {place} does not follow the JSON Resume format. Correct it in the program that made the file.")


# What the parts of a document are called where one writes and reads them.
TITLES = {
    "basics": N_("basics"),
    "work": N_("Work"),
    "education": N_("Education"),
    "skills": N_("Skills"),
    "languages": N_("Languages"),
    "certificates": N_("Driving licence and certificates"),
    "projects": N_("Projects"),
    "volunteer": N_("Voluntary work"),
    "references": N_("References"),
    "interests": N_("Interests"),
    "awards": N_("Awards"),
    "publications": N_("Publications"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the reader of a file should know, as a source sentence with its fields."""

    sentence: str
    fields: Mapping[str, object] = field(default_factory=dict)

    def text(self, words: Callable[..., str]) -> str:
        """Return the sentence in the language of `words`."""
        return words(self.sentence, **said(self.fields, words))


@dataclass(frozen=True, slots=True)
class Place:
    """A path into a document, as a person reads it: `work, post 2, startDate`; posts are counted from 1."""

    path: tuple[Step, ...]

    def text(self, words: Callable[..., str]) -> str:
        """Return the path in the language of `words`."""
        return ", ".join(self._step(at, step, words) for at, step in enumerate(self.path))

    @staticmethod
    def _step(at: int, step: Step, words: Callable[..., str]) -> str:
        if isinstance(step, int):
            return words("post {number}", number=step + 1)
        if at == 0 and step in TITLES:
            title = words(TITLES[step])
            return title[:1].lower() + title[1:]
        return step[:60]


def place(path: Sequence[Step]) -> Place:
    """Return where a path leads."""
    return Place(tuple(path))


def refusal(sentence: str, path: Sequence[Step], **fields: object) -> UserError:
    """Return the refusal of what stands at `path`; the sentence has a `{place}` field."""
    return UserError(sentence, place=place(path), **fields)
