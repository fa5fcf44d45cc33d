"""What a photo is once it is fit to keep, and what is asked of its file before it is read."""

from dataclasses import dataclass

from jobbpunkt.base.errors import InvalidInput

MOST_BYTES = 40_000_000
ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
FIELD = "photo"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it is kept: a JPEG without anything beside the picture, and its size in picture points."""

    jpeg: bytes
    width: int
    height: int


def demand_size(size: int) -> None:
    """Refuse a file of so many bytes, before it is read, where no photo is that large."""
    if size > MOST_BYTES:
        raise InvalidInput(
            "The file is larger than {most} MB. Choose a smaller photo.", field=FIELD, most=MOST_BYTES // 1_000_000
        )
