from __future__ import annotations

import pytest

from server.settings import SettingError, Settings, described, from_environment, variable


def test_no_variables_give_the_defaults() -> None:
    assert from_environment({"HOME": "/root"}) == Settings()


def test_a_variable_sets_a_number_a_list_or_a_limit_of_the_core() -> None:
    settings = from_environment(
        {
            "WHYGRAD_PORT": "0",
            "WHYGRAD_HOST": "::1",
            "WHYGRAD_ALLOWED_ORIGINS": "https://a.example/, https://b.example",
            "WHYGRAD_MAX_OPS": "7",
        }
    )
    assert (settings.port, settings.host, settings.limits.ops) == (0, "::1", 7)
    assert settings.allowed_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize("value", ["", "-1", "many", "1.5", "0"])
def test_a_value_that_is_no_count_is_refused_by_name(value: str) -> None:
    with pytest.raises(SettingError, match="WHYGRAD_SESSIONS"):
        from_environment({"WHYGRAD_SESSIONS": value})


def test_a_misspelt_variable_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(SettingError, match=r"WHYGRAD_PROT.*WHYGRAD_PORT"):
        from_environment({"WHYGRAD_PROT": "1"})


def test_every_setting_says_what_it_is() -> None:
    for setting, doc in described():
        assert variable(setting).startswith("WHYGRAD_")
        assert len(doc) > 10
