"""A photo is kept without anything beside what one sees, and is refused in one sentence before it takes the memory."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.foreign import photo, picture

RED, BLUE = (200, 20, 20), (20, 20, 200)
SECRET = b"N 59 37 E 16 33 Hemma hos Mona"


def _saved(photo: Image.Image, kind: str = "JPEG", **beside: object) -> bytes:
    file = io.BytesIO()
    photo.save(file, kind, **beside)
    return file.getvalue()


def _halves(width: int = 400, height: int = 200) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    made = Image.new("RGB", (width, height), BLUE)
    made.paste(RED, (0, 0, width // 2, height))
    return made


def _with_exif(photo: Image.Image, orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    return _saved(photo, exif=exif.tobytes(), comment=SECRET)


def test_nothing_is_kept_but_what_one_sees() -> None:
    with_place = _with_exif(_halves())
    assert SECRET in with_place, "the photo of the test holds what is to go"
    kept = photo.cleaned(with_place)
    assert SECRET not in kept.jpeg
    with Image.open(io.BytesIO(kept.jpeg)) as read:
        assert (read.format, dict(read.getexif()), read.info.get("comment")) == ("JPEG", {}, None)
        assert "icc_profile" not in read.info
    for marker in (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE"):
        assert marker not in kept.jpeg


def test_it_is_turned_as_it_was_held() -> None:
    kept = photo.cleaned(_with_exif(_halves(), orientation=6))
    assert (kept.width, kept.height) == (200, 400)
    with Image.open(io.BytesIO(kept.jpeg)) as read:
        red, _, blue = (channel.tobytes() for channel in read.split())
    above, below = 50 * 200 + 100, 350 * 200 + 100
    assert red[above] > blue[above]
    assert blue[below] > red[below]


@pytest.mark.parametrize(("width", "height"), [(3000, 1500), (1500, 3000), (40, 40)])
def test_it_is_no_larger_than_a_page_needs(width: int, height: int) -> None:
    kept = photo.cleaned(_saved(_halves(width, height)))
    assert max(kept.width, kept.height) == min(photo.LONGEST_SIDE, max(width, height))
    assert abs(kept.width / kept.height - width / height) < 0.01


def test_what_one_sees_through_stands_on_white() -> None:
    kept = photo.cleaned(_saved(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"))
    with Image.open(io.BytesIO(kept.jpeg)) as read:
        assert read.getpixel((25, 25)) == (255, 255, 255)


def _png_of(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says it is so large, with nothing to read in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 8_000), (10_000, 10_000), (60_000, 60_000)])
def test_too_many_points_are_refused_before_they_are_read(size: tuple[int, int]) -> None:
    with pytest.raises(InvalidInput, match="megapixels"):
        photo.cleaned(_png_of(*size))


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 no photo", b"GIF89a" + bytes(40), "Åsa".encode() * 500, b"II*\x00" + bytes(99)]
)
def test_what_is_no_photo_says_so(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="not a photo"):
        photo.cleaned(content)


def test_half_a_photo_says_that_it_is_broken() -> None:
    whole = _saved(_halves(900, 900), "PNG")
    with pytest.raises(InvalidInput, match="broken"):
        photo.cleaned(whole[: len(whole) // 2])


def test_a_huge_file_is_refused_by_its_size() -> None:
    with pytest.raises(InvalidInput, match="larger than"):
        picture.demand_size(picture.MOST_BYTES + 1)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_is_wrong_with_a_file_is_one_sentence(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))
    content = bytearray(_saved(_halves(60, 40), kind))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(InvalidInput):
        assert photo.cleaned(bytes(content)).jpeg.startswith(b"\xff\xd8")
