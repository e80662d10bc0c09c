from __future__ import annotations

import gzip
import re

import pytest
from starlette.datastructures import Headers

from server.files import Asset, page_file, plotly_file, static_folder

TEXT = b"export const one = 1;\n" * 100


def test_an_asset_is_packed_once_and_sent_packed_to_who_can_read_it() -> None:
    asset = Asset.of(TEXT, "text/javascript")
    packed = asset.answer(Headers({"accept-encoding": "gzip, br"}))
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(bytes(packed.body)) == TEXT
    plain = asset.answer(Headers({}))
    assert "content-encoding" not in plain.headers
    assert plain.body == TEXT


def test_what_does_not_get_smaller_is_sent_as_it_is() -> None:
    asset = Asset.of(gzip.compress(TEXT), "image/png")
    assert asset.packed is None


def test_who_has_it_is_told_so() -> None:
    asset = Asset.of(TEXT, "text/javascript")
    again = asset.answer(Headers({"if-none-match": f'W/"x", {asset.etag}'}))
    assert (again.status_code, again.body) == (304, b"")


def test_a_script_is_served_as_one() -> None:
    found = page_file("wire.js")
    assert found
    assert found.media_type == "text/javascript"
    assert found.content == (static_folder() / "wire.js").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "../server/app.py", "..", ".", "", "layout", "/etc/passwd", "no.such", "\0", "x" * 5000,
        "a/../../README.md",
    ],
)  # fmt: skip
def test_nothing_but_files_of_the_page_is_found(path: str) -> None:
    assert page_file(path) is None


def test_the_page_names_its_files_under_an_address_that_may_be_kept_for_good() -> None:
    page = page_file("index.html")
    assert page
    scripts = re.findall(r'src="([^"]+)"', page.content.decode())
    kept = page_file(scripts[-1])
    assert kept
    assert kept.content == (static_folder() / "main.js").read_bytes()
    assert "immutable" in kept.answer(Headers()).headers["cache-control"]
    assert page.answer(Headers()).headers["cache-control"] == "no-cache"


def test_an_address_of_another_edition_has_the_file_but_is_not_to_be_kept() -> None:
    found = page_file("edition-0000000000000000/main.js")
    assert found
    assert found.answer(Headers()).headers["cache-control"] == "no-cache"
    assert page_file("edition-0000000000000000/../../server/app.py") is None


def test_plotly_is_served_beside_the_files_of_the_page_from_its_own_package() -> None:
    found = page_file("plotly.min.js")
    assert found
    assert found.media_type == "text/javascript"
    assert found.content == plotly_file().read_bytes()
    assert found.packed
    page = page_file("index.html")
    assert page
    edition = re.findall(r'src="([^"/]+)/', page.content.decode())[0]
    kept = page_file(f"{edition}/plotly.min.js")
    assert kept
    assert "immutable" in kept.answer(Headers()).headers["cache-control"]
    assert page_file("nudge/plotly.min.js") is None
