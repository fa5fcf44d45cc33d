"""The look in numbers: colours for light and dark, the type scale and the 8-pixel rhythm."""

from dataclasses import asdict, dataclass
from typing import Literal

Tone = Literal["neutral", "accent", "good", "warn", "bad"]
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme's colours as #rrggbb; every text colour reaches 4.5:1 on each ground it is used on."""

    ground: str
    surface: str
    rail: str
    hover: str
    line: str
    line_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    on_accent: str
    ring: str
    ring_inner: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    neutral_soft: str
    bar: str
    on_bar: str
    bar_accent: str


LIGHT = Colours(
    ground="#f6f8f8",
    surface="#ffffff",
    rail="#ebf1f1",
    hover="#e9f0f0",
    line="#dbe3e4",
    line_strong="#7c8e92",
    text="#14262a",
    muted="#50646a",
    accent="#0b6b70",
    accent_hover="#08575b",
    accent_text="#0a6468",
    accent_soft="#d8eceb",
    on_accent="#ffffff",
    ring="#12343a",
    ring_inner="#ffffff",
    good="#1c6539",
    good_soft="#dff1e5",
    warn="#7a4d00",
    warn_soft="#fcefd2",
    bad="#a82a20",
    bad_soft="#fbe6e3",
    neutral_soft="#e6ecec",
    bar="#1d3438",
    on_bar="#f2f7f7",
    bar_accent="#7fdcd6",
)

DARK = Colours(
    ground="#111819",
    surface="#182124",
    rail="#0d1314",
    hover="#202b2e",
    line="#2a363a",
    line_strong="#6f8388",
    text="#e4ecec",
    muted="#9fb1b5",
    accent="#53c5bf",
    accent_hover="#74d6d0",
    accent_text="#6fd3cd",
    accent_soft="#17393b",
    on_accent="#05282a",
    ring="#d7f4f2",
    ring_inner="#05282a",
    good="#85d6a0",
    good_soft="#173324",
    warn="#f0c069",
    warn_soft="#3a2d11",
    bad="#ff9f94",
    bad_soft="#43201d",
    neutral_soft="#263236",
    bar="#2b3b3f",
    on_bar="#f2f7f7",
    bar_accent="#7fdcd6",
)

# Pixel heights at 100 %; pixels are device-independent in Qt 6.
TYPE_SCALE = {"small": 12, "body": 14, "heading": 16, "title": 24, "figure": 32, "count": 60}
UNIT = 8


def colours(scheme: Scheme) -> Colours:
    """Return the colours of one scheme."""
    return DARK if scheme == "dark" else LIGHT


def measures(percent: int) -> dict[str, int]:
    """Return the type scale and the spacing steps in pixels, at a text size of `percent`."""
    sizes = {f"size_{name}": round(pixels * percent / 100) for name, pixels in TYPE_SCALE.items()}
    steps = {f"space_{half}": round(half * UNIT / 2 * percent / 100) for half in range(1, 9)}
    return sizes | steps


def substitutions(scheme: Scheme, percent: int) -> dict[str, str]:
    """Return everything that the style sheet may name with a dollar sign."""
    pixels = {name: f"{value}px" for name, value in measures(percent).items()}
    return asdict(colours(scheme)) | pixels
