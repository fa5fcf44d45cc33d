"""What the program remembers between two runs on one computer: every setting is declared here."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from jobbpunkt.base import files
from jobbpunkt.base.words import LANGUAGES, N_

T = TypeVar("T", str, int)
_KEEP = re.compile(r"\d{1,3},\d{1,3},\d{1,3}")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its name in the file, what it is when nobody chose, what it means, and which values are allowed."""

    name: str
    default: T
    sentence: str
    allowed: Callable[[T], bool] = lambda _value: True

    def accepts(self, value: object) -> bool:
        """Say whether a value read from the file can be used."""
        # bool is an int to Python, but true is no number of minutes.
        return type(value) is type(self.default) and self.allowed(value)


LANGUAGE = Setting("language", "sv", N_("The language of the window and of what is printed."), lambda value: value in LANGUAGES)
THEME = Setting("theme", "system", N_("Light, dark, or as the computer."), lambda value: value in ("system", "light", "dark"))
TEXT_SIZE = Setting("text_size", 100, N_("The size of the text, in percent."), lambda value: 80 <= value <= 200)
LOCK_MINUTES = Setting(
    "lock_minutes", 5, N_("Minutes without a key or a click before the program locks."), lambda value: 1 <= value <= 60
)
LAST_REGISTER = Setting("last_register", "", N_("The register that was opened last."))
LAST_USER = Setting("last_user", "", N_("The user name that signed in last."))
LAST_PAGE = Setting("last_page", "", N_("The page that was open last."))
BACKUP_WHEN = Setting(
    "backup_when",
    "never",
    N_("When the day's backup is made on this computer."),
    lambda value: value in ("never", "sign_in", "closing"),
)
BACKUP_FOLDER = Setting("backup_folder", "", N_("The folder of this computer in which the day's backups are made."))
BACKUP_KEEP = Setting(
    "backup_keep",
    "7,4,12",
    N_("For how many days, weeks and months a backup is kept."),
    lambda value: bool(_KEEP.fullmatch(value)),
)
BACKUP_WARN_DAYS = Setting(
    "backup_warn_days", 7, N_("Days without a good backup before the window warns."), lambda value: 1 <= value <= 365
)
WINDOW = Setting("window", "", N_("The size and place of the window."))

ALL = (
    *(LANGUAGE, THEME, TEXT_SIZE, LOCK_MINUTES, LAST_REGISTER, LAST_USER, LAST_PAGE, WINDOW),
    *(BACKUP_WHEN, BACKUP_FOLDER, BACKUP_KEEP, BACKUP_WARN_DAYS),
)


def default_file() -> Path:
    """Return where this computer's user keeps the settings."""
    from platformdirs import user_config_path

    return user_config_path("Jobbpunkt", appauthor=False) / "settings.json"


class Settings:
    """The chosen values, read once and written whenever one changes; a damaged file counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._chosen = _usable(_read(file))

    def get(self, setting: Setting[T]) -> T:
        """Return the chosen value, or the default."""
        return self._chosen.get(setting.name, setting.default)  # type: ignore[return-value]

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember a value; one that the setting does not allow is a mistake of ours and raises ValueError."""
        if not setting.accepts(value):
            raise ValueError(setting.name)
        if self.get(setting) == value:
            return
        self._chosen[setting.name] = value
        # A full or read-only disk must not stop the work: the choice then lasts until the program ends.
        with suppress(OSError):
            _write(self._file, self._chosen)


def _read(file: Path) -> dict[str, object]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _usable(found: dict[str, object]) -> dict[str, object]:
    return {
        setting.name: found[setting.name] for setting in ALL if setting.name in found and setting.accepts(found[setting.name])
    }


def _write(file: Path, chosen: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    new = files.unfinished(file)
    # Not forced to the disk, since this is done while one works: a power cut may cost the latest choice, never the start.
    new.write_text(json.dumps(chosen, indent=2, sort_keys=True), encoding="utf-8")
    new.replace(file)
