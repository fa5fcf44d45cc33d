"""A finished PDF that opens only with a password: AES-256 (revision 6), as every reader of today knows it; its tags stay."""

import io

import pikepdf


def locked(pdf: bytes, password: str) -> bytes:
    """Return the same pages, encrypted with all that is told of them; whoever has the password may do all with them."""
    # No leave is taken away: readers for the blind need the text, and a person does as they like with what is theirs.
    everything = pikepdf.Permissions(modify_assembly=True)
    encryption = pikepdf.Encryption(user=password, owner=password, R=6, allow=everything, aes=True, metadata=True)
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as plain:
        plain.save(made, encryption=encryption, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return made.getvalue()
