"""The words of a paper handed to the documents that still ask for those of the window."""

from dataclasses import dataclass

from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.words import PaperWords


@dataclass(frozen=True)
class Overheard(Setting):
    """A setting whose words are known, so that what they lack can be asked for."""

    heard: PaperWords | None = None

    def words(self) -> PaperWords:
        """Return the words that are listened to."""
        return self.heard or super().words()
