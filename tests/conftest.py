from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

BROWSER = Path(__file__).parent / "browser"

# A slow machine is no fault of the code. In CI the examples are the same every time.
settings.register_profile("whygrad", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("whygrad"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "whygrad")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Last: they take longest, and Playwright leaves a running loop in this thread, in which
    # no later test could start one.
    items.sort(key=lambda item: BROWSER in item.path.parents)
