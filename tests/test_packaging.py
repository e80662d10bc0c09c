"""What is installed is what is declared: ranges, pins and the change log."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


def _project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return dict(tomllib.load(file)["project"])


def _pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    entries = [line.partition("#")[0].strip() for line in lines]
    required = [Requirement(entry) for entry in entries if entry and not entry.startswith("-r")]
    return {canonicalize_name(entry.name): str(entry.specifier) for entry in required}


def test_every_dependency_is_pinned_to_a_version_in_its_range() -> None:
    pins = _pins("requirements.txt")
    for text in _project()["dependencies"]:
        wanted = Requirement(text)
        version = pins[canonicalize_name(wanted.name)].removeprefix("==")
        assert wanted.specifier.contains(version), f"{text}: pinned to {version}"


def test_a_pin_is_one_exact_version_and_stands_once() -> None:
    runtime, tools = _pins("requirements.txt"), _pins("requirements-dev.txt")
    for name, version in (runtime | tools).items():
        assert re.fullmatch(r"==[\w.]+", version), f"{name}{version}"
    assert not runtime.keys() & tools.keys()


def test_the_change_log_has_a_place_for_what_comes_next() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    kinds = set(re.findall(r"^### (.*)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
