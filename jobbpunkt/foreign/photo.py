"""A photo made fit to keep: turned as it was held, no larger than a page needs, and with nothing in it but what one sees.

What a camera writes beside the picture (where, when, which telephone, a small copy of it) is left behind: only the picture
points are kept. The size is asked before they are read, so that no photo takes more memory than it may.
"""

import io
import struct
from typing import TYPE_CHECKING, NoReturn

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.foreign.picture import FIELD, Picture, demand_size

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

LONGEST_SIDE = 1600  # picture points: sharp on half a page
MOST_POINTS = 50_000_000
MOST_OF_WEBP = 25_000_000  # it is held several times over while it is unpacked
FORMATS = ("JPEG", "PNG", "WEBP", "MPO")
QUALITY = 82
# What Pillow raises for what it cannot read, by kind of file and place of the fault.
_UNREADABLE = (OSError, ValueError, SyntaxError, LookupError, TypeError, ArithmeticError, EOFError, struct.error)


def cleaned(content: bytes) -> Picture:
    """Return a photo fit to keep; InvalidInput, before it is read as a whole, for what is none, is broken or is too large."""
    demand_size(len(content))
    with _opened(content) as photo:
        most = MOST_OF_WEBP if photo.format == "WEBP" else MOST_POINTS
        if photo.width * photo.height > most:
            _too_large(most)
        try:
            return _kept(photo)
        except _UNREADABLE:
            raise InvalidInput("The photo is broken and cannot be read. Choose another, or take it anew.", field=FIELD) from None


def _opened(content: bytes) -> "ImageFile":
    """Return the photo in a file, of which only the beginning has been read."""
    # Loaded when there is a photo: the rest of the program has no need of it.
    from PIL import Image

    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _too_large(MOST_POINTS)
    except _UNREADABLE:
        raise InvalidInput("This is not a photo. Choose a file of the kind JPEG, PNG or WebP.", field=FIELD) from None


def _too_large(most: int) -> NoReturn:
    raise InvalidInput(
        "The photo is too large; megapixels: at most {most}. Choose a smaller one.", field=FIELD, most=most // 1_000_000
    )


def _kept(photo: "ImageFile") -> Picture:
    """Return the picture points alone, the right way up, on white where one would see through them."""
    from PIL import Image, ImageOps

    photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read at a half, a fourth or an eighth
    # Made small before anything else, so that it is held in full once and not twice.
    photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    seen = ImageOps.exif_transpose(photo).convert("RGBA")
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen.getchannel("A"))
    file = io.BytesIO()
    plain.save(file, "JPEG", quality=QUALITY, optimize=True)
    return Picture(file.getvalue(), *plain.size)
