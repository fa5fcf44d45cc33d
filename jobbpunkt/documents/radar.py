"""A radar: the first and the latest answers as two shapes on as many axes as there are questions, numbered."""

import math
from collections.abc import Sequence
from io import BytesIO

import resources

_SIZE, _FINE, _EDGE = 480, 3, 44
_FIRST, _LATEST, _FILL, _AXIS, _INK = "#8A6A3A", "#0B6069", "#D5ECEA", "#C9CFCE", "#1D2B2A"


def drawn(first: Sequence[float], latest: Sequence[float]) -> bytes:
    """Return the picture as PNG: shares from 0 to 1 on each axis; the first shape in dots, the latest filled, for grey print."""
    from PIL import Image, ImageDraw, ImageFont

    size, middle = _SIZE * _FINE, _SIZE * _FINE / 2
    picture = Image.new("RGB", (size, size), "white")
    pen, reach = ImageDraw.Draw(picture), middle - _EDGE * _FINE
    font = ImageFont.truetype(str(resources.path("fonts") / "NotoSans-SemiBold.ttf"), 20 * _FINE)

    def point(number: int, share: float) -> tuple[float, float]:
        turn = 2 * math.pi * number / len(latest) - math.pi / 2
        return middle + reach * share * math.cos(turn), middle + reach * share * math.sin(turn)

    for share in (0.25, 0.5, 0.75, 1.0):
        pen.polygon([point(number, share) for number in range(len(latest))], outline=_AXIS, width=_FINE)
    pen.polygon([point(number, share) for number, share in enumerate(latest)], fill=_FILL, outline=_LATEST, width=4 * _FINE)
    for number in range(len(latest)):
        pen.line([(middle, middle), point(number, 1.0)], fill=_AXIS, width=_FINE)
        pen.text(point(number, 1.15), str(number + 1), fill=_INK, font=font, anchor="mm")
    ends = [point(number, share) for number, share in enumerate(first)]
    for start, end in zip(ends, [*ends[1:], ends[0]], strict=True):
        steps = max(2, int(math.dist(start, end) / (12 * _FINE)))
        for step in range(steps):
            at = step / steps
            x, y = start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at
            pen.ellipse([x - 3 * _FINE, y - 3 * _FINE, x + 3 * _FINE, y + 3 * _FINE], fill=_FIRST)
    held = BytesIO()
    picture.resize((_SIZE, _SIZE), Image.Resampling.LANCZOS).save(held, "PNG")
    return held.getvalue()
