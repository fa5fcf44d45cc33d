"""How a table shares its width among its columns."""

from collections.abc import Sequence
from math import ceil

LEAST = 72
LEAST_STRETCHED = 200


def share(wanted: Sequence[int], least: Sequence[int], stretched: Sequence[int], room: int) -> list[int]:
    """Return a width per column: as wanted if there is room, else narrower down to `least`; what is over goes to `stretched`.

    A stretched column gives way after all others, and the first, which tells one row from another, not at all.
    """
    widths = [
        min(width, max(floor, LEAST_STRETCHED)) if number in stretched else width
        for number, (width, floor) in enumerate(zip(wanted, least, strict=True))
    ]
    spare = room - sum(widths)
    if spare >= 0:
        for number in stretched:
            widths[number] += spare // len(stretched)
        return widths
    others = [number for number in range(len(widths)) if number not in stretched]
    for giving in (others, [number for number in stretched if number]):
        slack = {number: max(0, widths[number] - least[number]) for number in giving}
        lacking, all_slack = sum(widths) - room, sum(slack.values())
        taken = min(1.0, max(0, lacking) / all_slack) if all_slack else 0.0
        for number, give in slack.items():
            widths[number] -= ceil(give * taken)
    return widths
