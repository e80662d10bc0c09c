from __future__ import annotations

import re

import pytest

from server.files import page_file, static_folder, with_modules
from server.modules import imports, modules

TEXTS = {
    "main.js": b'import { a } from "./one/a.js";\nimport {\n  b,\n} from "./b.js";\n',
    "one/a.js": b'// @ts-check\nimport "../b.js";\nexport { c } from "./c.js";\n',
    "b.js": b'export const b = 1;\nexport const c = () => import("./later.js");\n',
    "one/c.js": b'/** @import { A } from "./a.js" */\nimport { a } from "./a.js";\n',
    "later.js": b"",
}


def test_a_module_is_found_with_all_that_it_imports_the_nearest_first() -> None:
    assert modules("main.js", TEXTS.get) == ["main.js", "one/a.js", "b.js", "one/c.js"]


def test_a_module_that_is_not_there_is_left_out() -> None:
    assert modules("main.js", {"main.js": TEXTS["main.js"]}.get) == ["main.js"]


@pytest.mark.parametrize(
    "source",
    [
        b'/** @import { A } from "./a.js" */', b'// import "./a.js"', b'  import("./a.js")',
        b'export const from = "./a.js";', b'export default f(from, "./a.js");',
    ],
)  # fmt: skip
def test_what_only_looks_like_an_import_is_none(source: bytes) -> None:
    assert list(imports("main.js", source)) == []


def test_the_page_names_each_module_once_before_its_first_script() -> None:
    page = page_file("index.html")
    assert page
    named = re.findall(r'rel="modulepreload" href="edition-\w+/([^"]+)"', page.content.decode())
    assert len(named) == len(set(named))
    assert {"main.js", "store.js", "views/graph.js"} <= set(named)
    assert all((static_folder() / path).is_file() for path in named)
    assert page.content.rindex(b"modulepreload") < page.content.index(b"<script")


def test_the_page_does_not_name_what_its_first_picture_does_without() -> None:
    page = page_file("index.html")
    assert page
    assert b"/later.js" not in page.content
    assert b"/views/explain.js" not in page.content


def test_a_page_without_a_script_is_left_as_it_is() -> None:
    assert with_modules(b"<p>nothing</p>") == b"<p>nothing</p>"
