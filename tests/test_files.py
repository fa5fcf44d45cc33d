"""The names that files get from what people typed."""

import pytest

from jobbpunkt.base import files


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Min karriärplan Åsa Öberg.pdf", "Min karriärplan Åsa Öberg.pdf"),
        ("Plan Anna/Bo.pdf", "Plan Anna-Bo.pdf"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\plan?.pdf", "C--plan-.pdf"),
        ("Anna \u202egpj.exe.pdf", "Anna gpj.exe.pdf"),
        ("två\nrader\x00.pdf", "två rader.pdf"),
        ("...pdf", "-.pdf"),
        ("", "-"),
        ("CON.pdf", "-CON.pdf"),
        ("Constance.pdf", "Constance.pdf"),
        ("Plan A..pdf", "Plan A.pdf"),
        ("ሰ" * 100 + ".pdf", "ሰ" * 65 + ".pdf"),
        ("نام\u200cها.pdf", "نام\u200cها.pdf"),
    ],
)
def test_a_name_leads_nowhere_and_every_system_takes_it(typed: str, name: str) -> None:
    assert files.name(typed) == name
    assert files.name(name) == name
