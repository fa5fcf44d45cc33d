"""Where a register may not stand: network disks, known by their mount, and folders that are carried to a cloud."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import backup, mounts, restoring
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Register
from jobbpunkt.register.slots import beside
from tests.registers import FOUNDER, SIGN_IN, opened

# As a computer with several disks tells it, one with a space in its name and one laid over another.
MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
60 27 0:50 / /srv/office rw,relatime - nfs4 server:/export rw,vers=4.2
61 27 0:51 / /disk/Delad\040disk rw,relatime shared:5 master:2 - cifs //server/share rw,vers=3.1.1
62 27 0:52 / /hem/a/moln rw,nosuid,nodev,relatime - fuse.rclone drive: rw,user_id=1000
63 60 8:2 / /srv/office/local rw,relatime - xfs /dev/sdb rw
64 27 0:53 / /media/usb rw,relatime - fuseblk /dev/sdc1 rw
65 27 0:54 / /over rw,relatime - ext4 /dev/sdd rw
66 65 0:55 / /over rw,relatime - smb3 //server/x rw
"""


@pytest.mark.parametrize(
    ("path", "kind", "network"),
    [
        ("/hem/a/Dokument/r.jobbpunkt", "ext4", False),
        ("/srv/office/r.jobbpunkt", "nfs4", True),
        ("/srv/officer/r.jobbpunkt", "ext4", False),
        ("/srv/office/local/r.jobbpunkt", "xfs", False),
        ("/disk/Delad disk/a/b/r.jobbpunkt", "cifs", True),
        ("/hem/a/moln/r.jobbpunkt", "fuse.rclone", True),
        ("/media/usb/r.jobbpunkt", "fuseblk", False),
        ("/over/r.jobbpunkt", "smb3", True),
    ],
)
def test_a_disk_is_known_by_its_mount(path: str, kind: str, network: bool) -> None:
    assert mounts.kind_of(Path(path), MOUNTS) == kind
    assert mounts.is_network(kind) == network


def test_disks_of_the_network_are_known_and_those_of_ones_own_are_none() -> None:
    for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "vboxsf"):
        assert mounts.is_network(kind)
    for kind in (
        "ext4",
        "xfs",
        "btrfs",
        "tmpfs",
        "overlay",
        "vfat",
        "exfat",
        "ntfs3",
        "fuseblk",
        "fuse.mergerfs",
        "fuse.gocryptfs",
    ):
        assert not mounts.is_network(kind)


@given(st.text())
def test_whatever_the_system_says_is_no_error(text: str) -> None:
    mounts.kind_of(Path("/a/b"), text)
    mounts.kind_of(Path("/a/b"), f"1 2 3 / /a - {text}")


def test_a_real_mount_is_found_by_its_place(small_disk: Path) -> None:
    assert mounts.kind_of(small_disk / "r", Path("/proc/self/mountinfo").read_text(errors="surrogateescape")) == "tmpfs"
    assert not mounts.lies_elsewhere(small_disk / "r")


CARRIED = [
    ("OneDrive - Bostadsbolaget AB/Dokument", None, "OneDrive"),
    ("onedrive", None, "OneDrive"),
    ("Dropbox (Jobb)", None, "Dropbox"),
    ("Google Drive/Min enhet", None, "Google Drive"),
    ("Library/Mobile Documents/com~apple~CloudDocs", None, "iCloud"),
    ("Library/CloudStorage/Box-Box", None, "CloudStorage"),
    ("Nextcloud", None, "Nextcloud"),
    ("vad som helst/under", ".stfolder", "Syncthing"),
    ("vad som helst/under", ".dropbox", "Dropbox"),
    ("vad som helst/under", ".sync_0123456789ab.db", "Nextcloud"),
    ("vad som helst/under", ".tmp.driveupload", "Google Drive"),
]


@pytest.mark.parametrize(("folder", "mark", "program"), CARRIED)
def test_a_carried_folder_is_refused_with_its_programs_name(
    sqlite_place: str, tmp_path: Path, clock: Clock, folder: str, mark: str | None, program: str
) -> None:
    there = tmp_path / "x" / folder
    there.mkdir(parents=True)
    if mark is not None:
        (there.parent / mark).touch()
    moved = there / "r.jobbpunkt"
    for file, copy in zip((Path(sqlite_place), *beside(Path(sqlite_place))), (moved, *beside(moved)), strict=True):
        shutil.copyfile(file, copy)
    before = sorted(there.iterdir())
    for attempt in (
        lambda: Register.open(str(moved), SIGN_IN, clock),
        lambda: Register.create(str(there / "ny.jobbpunkt"), FOUNDER, clock, CHEAPEST),
    ):
        with pytest.raises(UserError, match="carried to other computers") as refused:
            attempt()
        assert refused.value.fields["program"] == program
    assert sorted(there.iterdir()) == before


@pytest.mark.parametrize("folder", ["Dokument", "Min enhetschef", "Dropboxen", "Boxar", "megafon"])
def test_other_folders_are_none(tmp_path: Path, clock: Clock, folder: str) -> None:
    (tmp_path / folder).mkdir()
    Register.create(str(tmp_path / folder / "ny.jobbpunkt"), FOUNDER, clock, CHEAPEST).register.close()


def test_folders_are_known_by_what_the_programs_say_of_themselves(
    sqlite_place: str, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, told = tmp_path / "home", Path(sqlite_place).parent
    monkeypatch.setenv("HOME", str(home))
    (home / ".dropbox").mkdir(parents=True)
    info = home / ".dropbox" / "info.json"
    for damaged in (b"", b"[]", b"{", b'{"personal": {}}'):
        info.write_bytes(damaged)
        opened_and_closed(sqlite_place, clock)
    info.write_text(f'{{"personal": {{"path": "{told}", "host": 1}}}}')
    with pytest.raises(UserError, match="carried to"):
        opened_and_closed(sqlite_place, clock)
    info.unlink()
    settings = home / ".config" / "Nextcloud"
    settings.mkdir(parents=True)
    (settings / "nextcloud.cfg").write_text(f"[Accounts]\n0\\Folders\\1\\localPath={told}/\n")
    with pytest.raises(UserError, match="carried to"):
        opened_and_closed(sqlite_place, clock)
    shutil.rmtree(settings)
    monkeypatch.setenv("OneDriveCommercial", str(told))
    with pytest.raises(UserError, match="carried to"):
        opened_and_closed(sqlite_place, clock)


def opened_and_closed(place: str, clock: Clock) -> None:
    with opened(place, clock):
        pass


def test_backups_may_stand_there_and_come_back_from_there(sqlite_register: Register, tmp_path: Path, clock: Clock) -> None:
    carried = tmp_path / "OneDrive"
    carried.mkdir()
    made = backup.make(sqlite_register, carried / "b.jobbpunkt")
    restoring.restore(made.path, str(tmp_path / "ny.jobbpunkt"), SIGN_IN, clock)
    with pytest.raises(UserError, match="carried to"):
        restoring.restore(made.path, str(carried / "ny.jobbpunkt"), SIGN_IN, clock)
