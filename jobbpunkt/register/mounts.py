"""Disks that another computer holds: known by how they are mounted, not by their names."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
# Kinds of file systems whose files lie elsewhere, where locks do not hold or come too late.
_ELSEWHERE = frozenset(
    {
        "9p",
        "acfs",
        "afs",
        "afpfs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fhgfs",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncp",
        "ncpfs",
    }
    | {"nfs", "nfs3", "nfs4", "orangefs", "prl_fs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs", "webdav", "webdavfs"}
)
# Programs that show a folder which lies elsewhere; what is called only `fuseblk` is a disk of the computer's own.
_SHOWN = re.compile(
    r"fuse\.(sshfs|rclone|s3fs|s3ql|goofys|gcsfuse|geesefs|blobfuse\S*|davfs\S*|curlftpfs|smbnetfs|fusesmb|gvfsd-fuse|kio-fuse|onedriver"
    r"|google-drive-ocamlfuse|gdfs|dropbox\S*|juicefs|\S*JuiceFS\S*|glusterfs|cephfs\S*|ceph\S*|moosefs|mfsmount|lizardfs|vmhgfs-fuse|portal"
    r"|pCloud\S*|pcloudcc|seadrive|mega\S*|icloud\S*|afuse)",
    re.IGNORECASE,
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def lies_elsewhere(path: Path) -> bool:
    """Tell whether another computer holds the disk of `path`, which may be a file that is yet to be made."""
    if sys.platform == "win32":
        return _on_windows(path)
    if sys.platform == "darwin":
        return _on_mac(path)
    return is_network(kind_of(path, _text()))


def is_network(kind: str) -> bool:
    """Tell whether a kind of file system, as Linux names it, is one of a network."""
    return kind.lower() in _ELSEWHERE or _SHOWN.fullmatch(kind) is not None


def kind_of(path: Path, mounts: str) -> str:
    """Return the kind of file system that `path` lies on, by what `/proc/self/mountinfo` says; "" where it says nothing."""
    found, kind = -1, ""
    for point, of_point in _points(mounts):
        # Of two at one place the later one covers the other.
        if path.is_relative_to(point) and len(point.parts) >= found:
            found, kind = len(point.parts), of_point
    return kind


def _points(mounts: str) -> Iterator[tuple[Path, str]]:
    for line in mounts.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if dash and kind and len(fields) > 4:
            yield Path(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])), kind


def _text() -> str:
    try:
        # A name may hold bytes that are no text.
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _on_windows(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    remote = 4
    return path.anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote


def _on_mac(path: Path) -> bool:
    """Ask macOS whether the disk is its own: of what `statfs` gives only the flags are read."""
    import ctypes

    room, flags_at, local = 4096, 64, 0x1000
    library = ctypes.CDLL(None, use_errno=True)
    asked = getattr(library, "statfs$INODE64", None) or library.statfs
    answer = ctypes.create_string_buffer(room)
    there = next((folder for folder in (path, *path.parents) if folder.exists()), Path("/"))
    if asked(str(there).encode(), answer):
        return False
    return not int.from_bytes(answer.raw[flags_at : flags_at + 4], sys.byteorder) & local
