"""Settings: remembered, and never a reason not to start."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base import settings
from jobbpunkt.base.settings import Settings


def test_what_is_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.json"
    chosen = Settings(file)
    assert chosen.get(settings.LANGUAGE) == "sv"
    chosen.set(settings.LANGUAGE, "en")
    chosen.set(settings.LOCK_MINUTES, 15)
    again = Settings(file)
    assert (again.get(settings.LANGUAGE), again.get(settings.LOCK_MINUTES)) == ("en", 15)
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"language": 7}'])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    chosen = Settings(file)
    assert values(chosen) == values(Settings(tmp_path / "nothing.json"))
    chosen.set(settings.THEME, "dark")
    assert Settings(file).get(settings.THEME) == "dark"


STORED = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.integers(), max_size=2)


def values(chosen: Settings) -> list[str | int]:
    """Return what each setting is now."""
    texts = (settings.LANGUAGE, settings.THEME, settings.LAST_REGISTER, settings.LAST_USER, settings.LAST_PAGE, settings.WINDOW)
    numbers = (settings.TEXT_SIZE, settings.LOCK_MINUTES)
    return [*(chosen.get(setting) for setting in texts), *(chosen.get(setting) for setting in numbers)]


@given(st.dictionaries(st.sampled_from([setting.name for setting in settings.ALL]), STORED, max_size=4))
def test_every_value_read_is_one_the_setting_allows(tmp_path_factory: pytest.TempPathFactory, stored: dict[str, object]) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    file.write_text(json.dumps(stored), encoding="utf-8")
    chosen = Settings(file)
    assert chosen.get(settings.LANGUAGE) in ("sv", "en")
    assert chosen.get(settings.THEME) in ("system", "light", "dark")
    assert 80 <= chosen.get(settings.TEXT_SIZE) <= 200
    assert 1 <= chosen.get(settings.LOCK_MINUTES) <= 60
    assert all(type(value) in (str, int) for value in values(chosen))


def test_a_value_that_is_not_allowed_is_our_mistake(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match="lock_minutes"):
        chosen.set(settings.LOCK_MINUTES, 0)


def test_a_place_that_cannot_be_written_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    chosen = Settings(tmp_path / "file" / "settings.json")
    chosen.set(settings.THEME, "dark")
    assert chosen.get(settings.THEME) == "dark"


def test_every_setting_says_what_it_means() -> None:
    assert all(setting.sentence.endswith(".") for setting in settings.ALL)
    assert len({setting.name for setting in settings.ALL}) == len(settings.ALL)
