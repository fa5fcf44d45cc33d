"""How a paper is wanted: in which language, which beside it, in which look, as which kind of file."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jobbpunkt.documents.kinds import FileKind as FileKind
from jobbpunkt.documents.languages import SWEDISH, named
from jobbpunkt.documents.looks import EASY, Look
from jobbpunkt.documents.switches import look_of, parted
from jobbpunkt.documents.tree import Paper

if TYPE_CHECKING:
    from jobbpunkt.documents.words import PaperWords


@dataclass(frozen=True, slots=True)
class Setting:
    """What who prints has chosen; without a look a paper has its own, and with switches alone those on its own.

    `sections` are the parts that are wanted of a paper that has some to choose, all where nothing is said.

    `missing` is what its language turned out to have no words for, once the paper is drawn.
    """

    language: str = SWEDISH
    beside: str = ""
    look: str = ""
    kind: FileKind = FileKind.PDF
    sections: tuple[str, ...] | None = None
    missing: set[str] = field(default_factory=set, compare=False, repr=False)

    def words(self) -> "PaperWords":
        """Return the words that the paper is made with."""
        from jobbpunkt.documents.words import PaperWords  # brings Babel

        return PaperWords(self.language, self.beside, self.missing, is_easy=EASY.name in parted(self.look)[1])


@dataclass(frozen=True, slots=True)
class Wish:
    """What who prints asks for; what is left open is as the paper is by itself."""

    language: str = ""
    beside: str | None = None
    look: str = ""
    sections: tuple[str, ...] | None = None

    def over(self, own: Setting) -> Setting:
        """Return how a paper is wanted that by itself is as `own` says; another language has nothing beside it unasked."""
        language = self.language or own.language
        beside = self.beside
        if beside is None:
            beside = own.beside if language == own.language else ""
        beside = "" if beside == language else beside
        sections = own.sections if self.sections is None else self.sections
        return replace(own, language=language, beside=beside, look=self.look or own.look, sections=sections, missing=set())


def spoken(languages: str, otherwise: str = SWEDISH) -> Setting:
    """Return how a paper is wanted whose person speaks these languages, as somebody typed them: the first that papers speak.

    Where papers speak none of them it is in the language `otherwise`.
    Swedish stands beside another language, since whoever coaches has to know what is agreed on.
    """
    language = named(languages) or otherwise
    return Setting(language, "" if language == SWEDISH else SWEDISH)


def drawn(paper: Paper, setting: Setting, own: Look, closer: Look | None = None) -> bytes:
    """Return a paper as the file that was chosen, in the chosen look or its own; `closer` is tried where it saves a page."""
    look = look_of(setting.look, own)
    if setting.kind is FileKind.WORD:
        from jobbpunkt.documents import docx

        return docx.write(paper, look)
    from jobbpunkt.documents import pdf

    return pdf.write(paper, look, None if setting.look else closer)
