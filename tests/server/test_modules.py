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


def named(page: str) -> list[str]:
    return re.findall(r'rel="modulepreload" href="edition-\w+/([^"]+)"', page)


def test_the_page_names_each_module_once_what_comes_later_after_its_scripts() -> None:
    page = page_file("index.html")
    assert page
    text = page.content.decode()
    now, later = named(text[: text.index("<script")]), named(text[text.index("<script") :])
    assert len({*now, *later}) == len([*now, *later])
    assert {"main.js", "store.js", "views/graph.js"} <= set(now)
    assert {"later.js", "views/explain.js"} <= set(later)
    assert all((static_folder() / path).is_file() for path in [*now, *later])
    assert text.count('fetchpriority="low"') == len(later)


def test_a_page_without_a_script_is_left_as_it_is() -> None:
    assert with_modules(b"<p>nothing</p>") == b"<p>nothing</p>"
