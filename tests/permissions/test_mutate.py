"""Each question "who may" is missed when it is taken away."""

from pathlib import Path

from tests.permissions.mutate import survivors_in


def test_no_question_can_be_taken_away_unseen(tmp_path: Path) -> None:
    tried, survivors = survivors_in(tmp_path)
    assert survivors == []
    assert tried > 100
