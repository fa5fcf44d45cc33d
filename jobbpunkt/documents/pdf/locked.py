"""A finished PDF that opens only with a password: AES-256 (revision 6), as every reader of today knows it; its tags stay."""

import io
from collections.abc import Mapping

import pikepdf

_JSON = "application/json"


def locked(pdf: bytes, password: str, files: Mapping[str, bytes] | None = None) -> bytes:
    """Return the same pages, encrypted with all that is told of them; whoever has the password may do all with them.

    JSON `files` go along, by name, encrypted as the pages are.
    """
    # No leave is taken away: readers for the blind need the text, and a person does as they like with what is theirs.
    everything = pikepdf.Permissions(modify_assembly=True)
    encryption = pikepdf.Encryption(user=password, owner=password, R=6, allow=everything, aes=True, metadata=True)
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as plain:
        for name, content in (files or {}).items():
            # No day of its own: the same data gives the same file.
            spec = pikepdf.AttachedFileSpec(
                plain, content, filename=name, description=name, mime_type=_JSON, creation_date="", mod_date=""
            )
            spec.relationship = pikepdf.Name.Data
            plain.attachments[name] = spec
        plain.save(made, encryption=encryption, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return made.getvalue()
