"""Folders that a program carries to other computers: known by its own marks, by what it says of itself, and by its names."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from jobbpunkt.base import files

# What each program leaves in the uppermost folder that it carries.
_MARKS = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".SynologyWorkingDirectory", "Synology Drive"),
    (".seafile-data", "Seafile"),
    (".sync/ID", "Resilio Sync"),
)
_NAMES = (
    (re.compile(r"onedrive( ?- .*|\s?\(.*\))?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive.*|my drive|min enhet", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"cloudstorage", re.IGNORECASE), "CloudStorage"),
    (re.compile(r"nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud", re.IGNORECASE), "ownCloud"),
    (re.compile(r"synology ?drive", re.IGNORECASE), "Synology Drive"),
    (re.compile(r"seafile|seadrive", re.IGNORECASE), "Seafile"),
    (re.compile(r"proton ?drive", re.IGNORECASE), "Proton Drive"),
    (re.compile(r"pcloud ?drive|pcloudsync", re.IGNORECASE), "pCloud"),
    (re.compile(r"mega(sync)?( downloads)?", re.IGNORECASE), "MEGA"),
    (re.compile(r"box sync", re.IGNORECASE), "Box"),
    (re.compile(r"tresorit(drive)?", re.IGNORECASE), "Tresorit"),
)
_DATABASE = re.compile(r"\._?sync_[0-9a-f]{12}\.db", re.IGNORECASE)  # of Nextcloud and ownCloud
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_LOCAL_PATH = re.compile(r"^\d+\\Folders\S*\\\d+\\localPath=(.+)$", re.MULTILINE)


def carrier(path: Path) -> str | None:
    """Return the name of the program that carries the folder of `path` to other computers, or None."""
    folders = path.parents
    for folder, name in _told():
        if folder in folders:
            return name
    return next((found for folder in folders if (found := _of(folder)) is not None), None)


def _of(folder: Path) -> str | None:
    for pattern, program in _NAMES:
        if pattern.fullmatch(folder.name):
            return program
    for mark, program in _MARKS:
        if files.exists(folder / mark):
            return program
    return "Nextcloud" if _holds_database(folder) else None


def _holds_database(folder: Path) -> bool:
    try:
        return any(_DATABASE.fullmatch(found.name) for found in folder.glob(".*sync_*.db"))
    except OSError:
        return False


def _told() -> Iterator[tuple[Path, str]]:
    """Give the folders that the programs themselves say they carry, wherever those lie."""
    yield from ((Path(os.environ[name]), "OneDrive") for name in _ONEDRIVE if os.environ.get(name))
    home = Path("~").expanduser()
    for folder in (home, *(Path(os.environ[name]) for name in ("APPDATA", "LOCALAPPDATA") if os.environ.get(name))):
        for name in (".dropbox", "Dropbox"):
            yield from ((path, "Dropbox") for path in _of_dropbox(folder / name / "info.json"))
    for settings in (home / ".config", home / "Library/Preferences", Path(os.environ.get("APPDATA") or home)):
        for name in ("Nextcloud", "ownCloud"):
            text = _read(settings / name / f"{name.lower()}.cfg").decode(errors="replace")
            yield from ((Path(found.strip()), name) for found in _LOCAL_PATH.findall(text))


def _of_dropbox(told: Path) -> list[Path]:
    try:
        accounts = json.loads(_read(told) or b"{}")
        return [Path(account["path"]) for account in accounts.values()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.stat().st_size < files.LARGEST else b""
    except OSError:
        return b""
