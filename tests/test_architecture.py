"""The arrows between the folders, and what no file may hold: read from the text of every file."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "static"

# static -> wire <- server -> backprop_core
MAY_IMPORT = {
    "backprop_core": {"backprop_core", "numpy"},
    "server": {
        "server", "backprop_core", "anyio", "fastapi", "numpy", "orjson", "plotly", "pydantic",
        "pydantic_core", "starlette", "typing_extensions", "uvicorn", "websockets",
    },
}  # fmt: skip

# Modules of the page that run in a worker, or under test without a page, and all they import.
WITHOUT_DOM = ("store.js", "layout/")
# A whygrad document is called document too: only what the DOM's has is looked for.
DOM = re.compile(
    r"(?<![.\w])document\.(?:create\w+|querySelector\w*|getElement\w+|body|head|documentElement"
    r"|addEventListener|activeElement|visibilityState|fonts|startViewTransition)\b"
    r"|(?<![.\w/])(?:window|navigator|location|history|localStorage|sessionStorage)\s*[.\[]"
    r"|\b(?:requestAnimationFrame|matchMedia|HTML\w*Element|SVG\w*Element)\b"
)

VISIBLE = r"textContent|innerText|ariaLabel|ariaDescription|title|placeholder|alt"
ATTRIBUTE = (
    r"title|placeholder|alt|aria-(?:label|description|valuetext|roledescription|placeholder)"
)
LITERAL = r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
WORDS = [
    re.compile(rf"\.(?:{VISIBLE})\s*\+?=\s*{LITERAL}"),
    re.compile(rf"""setAttribute\(\s*["'](?:{ATTRIBUTE})["']\s*,\s*{LITERAL}"""),
    re.compile(rf"""[{{,]\s*(?:{VISIBLE}|["'](?:{ATTRIBUTE})["'])\s*:\s*{LITERAL}"""),
    re.compile(rf"(?:createTextNode|new Text|\balert|\bconfirm)\(\s*{LITERAL}"),
]
MARKUP = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|createContextualFragment"
    r"|document\.write\w*|eval)\b|\bnew Function\b"
)
# Names of a language of markup: an address that nobody asks.
NAMESPACES = re.compile(r"http://www\.w3\.org/[\w/]+")

# Put together here, so that this file does not hold what it looks for.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"),
        ("jsr", "io"), ("unpkg", "com"), ("jsdelivr", "net"), ("cdnjs", "cloudflare", "com"),
        ("esm", "sh"), ("deno", "land"), ("crates", "io"), ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"), ("playwright", "dev"),
    ]
]  # fmt: skip
MACHINE = re.compile(
    r"(?<![\w.\-/])/(?:" + "|".join(["home", "root", "work", "tmp", "Users"]) + r")/\w"
)
MACHINE_ALLOWED: dict[str, str] = {}  # a file, and why it may name such a path


def python_imports(source: str) -> set[str]:
    """Every module that a source imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module or "")
    return found


def foreign_imports(source: str, allowed: set[str]) -> set[str]:
    """What a source imports besides the standard library and the packages allowed."""
    packages = {name.partition(".")[0] for name in python_imports(source)}
    return packages - allowed - sys.stdlib_module_names


def without_comments(source: str) -> str:
    """JavaScript with its comments blanked, and its strings as they are."""
    token = re.compile(rf"{LITERAL}|(?P<comment>/\*.*?\*/|//[^\n]*)", re.DOTALL)
    return token.sub(lambda found: found["text"] or " ", source)


def script_imports(source: str) -> set[str]:
    """Every module or file that a script of the page loads by its address."""
    code = without_comments(source)
    quoted = r"""["'`]([^"'`\n]+)["'`]"""
    return {
        address
        for pattern in (
            rf"""^\s*(?:import|export)\b[^"'`;=()]*?\bfrom\s*{quoted}""",
            rf"^\s*import\s*{quoted}",
            rf"\bimport\(\s*{quoted}",
            rf"new URL\(\s*{quoted}\s*,\s*import\.meta\.url",
            rf"new (?:Shared)?Worker\(\s*{quoted}",
            rf"importScripts\(\s*{quoted}",
        )
        for address in re.findall(pattern, code, re.MULTILINE)
    }


def visible_words(source: str) -> list[str]:
    """String literals with letters in them that a script shows to a person."""
    code = without_comments(source)
    texts = [found["text"] for pattern in WORDS for found in pattern.finditer(code)]
    return [text for text in texts if re.search(r"[^\W\d_]", re.sub(r"\$\{[^}]*\}", "", text))]


def words_of_page(html: str) -> list[str]:
    """Text and attributes of a page of HTML that a person sees, the title apart."""
    reader = _Words()
    reader.feed(html)
    return reader.found


def foreign_addresses(source: str) -> list[str]:
    """Addresses with a host that a file of the page names, those of namespaces apart."""
    return re.findall(
        r"""(?:https?:|wss?:)?//[a-z0-9][\w.-]*\.\w+[^\s"'`)]*""", NAMESPACES.sub("", source)
    )


def forbidden_text(source: str) -> list[str]:
    """Hosts of registries and paths of a machine that a text names."""
    hosts = [host for host in REGISTRIES if host in source]
    return hosts + [found[0] for found in MACHINE.finditer(source)]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.found += [value for name, value in attrs if value and re.fullmatch(ATTRIBUTE, name)]

    def handle_data(self, data: str) -> None:
        if data.strip() and self._inside not in ("title", "style", "script", "noscript"):
            self.found.append(data.strip())


def _python(folder: str) -> Iterator[Path]:
    yield from sorted((ROOT / folder).rglob("*.py"))


def _scripts(*starts: str) -> list[Path]:
    found = sorted(STATIC.rglob("*.js"))
    return [path for path in found if not starts or _inside(path).startswith(starts)]


def _inside(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _loaded(path: Path) -> Iterator[Path]:
    for address in script_imports(_read(path)):
        if address.startswith("."):
            yield (path.parent / address).resolve()


def _closure(paths: Iterable[Path]) -> set[Path]:
    """The scripts, and all that they load."""
    seen: set[Path] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path not in seen and path.suffix == ".js":
            seen.add(path)
            waiting += [other for other in _loaded(path) if other.is_file()]
    return seen


def _texts() -> Iterator[tuple[str, str]]:
    """The name and the text of every file that is, or would be, in the repository."""
    for name in sorted(_files()):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield name, content.decode("utf-8", errors="replace")


def _files() -> list[str]:
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
        return [name for name in listed.stdout.split("\0") if name]
    kept = [ROOT / name for name in (*MAY_IMPORT, "static", "tests", "benchmarks", "tools")]
    return [
        path.relative_to(ROOT).as_posix()
        for path in [*ROOT.glob("*.*"), *(file for folder in kept for file in folder.rglob("*"))]
        if "__pycache__" not in path.parts
    ]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_imports_only_what_the_arrows_allow(folder: str) -> None:
    faults = {
        path.relative_to(ROOT).as_posix(): foreign
        for path in _python(folder)
        if (foreign := foreign_imports(_read(path), MAY_IMPORT[folder]))
    }
    assert not faults
    assert any(_python(folder))


def test_the_page_loads_only_its_own_files() -> None:
    for path in _scripts():
        for address in script_imports(_read(path)):
            target = (path.parent / address).resolve()
            assert address.startswith("."), f"{_inside(path)}: not relative: {address}"
            assert target.is_relative_to(STATIC), f"{_inside(path)}: outside static/: {address}"
            assert target.is_file(), f"{_inside(path)}: no such file: {address}"


def test_state_and_layout_know_no_dom() -> None:
    for path in _closure(_scripts(*WITHOUT_DOM)):
        found = DOM.findall(without_comments(_read(path)))
        assert not found, f"{_inside(path)} names {found}, and is loaded by store.js or layout/"


def test_state_and_layout_load_no_view() -> None:
    views = [_inside(path) for path in _closure(_scripts(*WITHOUT_DOM))]
    assert not [name for name in views if name.startswith("views/") or name == "socket.js"]


def test_views_never_touch_the_socket() -> None:
    for path in _closure(_scripts("views/")):
        assert _inside(path) != "socket.js"
        assert "WebSocket" not in without_comments(_read(path)), _inside(path)


def test_the_page_writes_no_markup_and_runs_no_text() -> None:
    for path in _scripts():
        assert not MARKUP.findall(without_comments(_read(path))), _inside(path)


def test_every_visible_word_comes_from_strings() -> None:
    faults = {
        _inside(path): words
        for path in _scripts()
        if not _inside(path).startswith("strings/") and (words := visible_words(_read(path)))
    }
    assert not faults
    for page in STATIC.rglob("*.html"):
        assert not words_of_page(_read(page)), _inside(page)


def test_the_page_names_no_other_host() -> None:
    for path in sorted(STATIC.rglob("*")):
        if path.suffix in (".js", ".css", ".html", ".svg"):
            source = _read(path)
            code = without_comments(source) if path.suffix == ".js" else source
            assert not foreign_addresses(code), _inside(path)


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    faults = {
        name: found
        for name, text in _texts()
        if name not in MACHINE_ALLOWED and (found := forbidden_text(text))
    }
    assert not faults


# Tests of these tests: a planted fault is found, and what is right is not.


@pytest.mark.parametrize(
    ("source", "foreign"),
    [
        ("import server.app", {"server"}),
        ("def f():\n    from fastapi import FastAPI", {"fastapi"}),
        ("import numpy as np\nimport scipy.special", {"scipy"}),
        ("if True:\n    import requests", {"requests"}),
        ("import json\nimport numpy\nfrom backprop_core.op import Op\nfrom . import op", set()),
    ],
)
def test_an_import_against_the_arrows_is_found(source: str, foreign: set[str]) -> None:
    assert foreign_imports(source, MAY_IMPORT["backprop_core"]) == foreign


@pytest.mark.parametrize(
    ("source", "loaded"),
    [
        ('import { a } from "./a.js";', {"./a.js"}),
        ('import {\n  a,\n  b,\n} from "../b.js";', {"../b.js"}),
        ('import "./side.js"', {"./side.js"}),
        ('export * from "https://cdn.example/x.js";', {"https://cdn.example/x.js"}),
        ("const m = await import('lodash');", {"lodash"}),
        ('new Worker(new URL("./worker.js", import.meta.url))', {"./worker.js"}),
        (
            '/** @import { A } from "./types.js" */\n// import "./no.js";\nconst s = "import";',
            set(),
        ),
    ],
)
def test_what_a_script_loads_is_found(source: str, loaded: set[str]) -> None:
    assert script_imports(source) == loaded


@pytest.mark.parametrize(
    "source",
    [
        'button.textContent = "Next step";',
        "button.title = `Step ${n}`;",
        'button.setAttribute("aria-label", "Next");',
        'element("button", { "aria-label": "Next", type: "button" });',
        "element('input', {placeholder: 'a number'})",
        'root.append(document.createTextNode("hello"));',
    ],
)
def test_a_visible_word_in_a_script_is_found(source: str) -> None:
    assert visible_words(source)


@pytest.mark.parametrize(
    "source",
    [
        'button.textContent = words("step.next");',
        'sign.textContent = "\\u2212";'.replace("\\u2212", "−"),
        "cell.textContent = `${row}, ${column}`;",
        'button.setAttribute("class", "quiet");',
        '// button.title = "Next";',
        'element("a", { href: "#graph", title: words("graph") });',
    ],
)
def test_what_is_no_visible_word_in_a_script_is_let_be(source: str) -> None:
    assert not visible_words(source)


def test_visible_words_of_a_page_are_found() -> None:
    assert words_of_page("<title>whygrad</title><main><p>Hello</p></main>") == ["Hello"]
    assert words_of_page('<button aria-label="Next"></button>') == ["Next"]
    assert not words_of_page('<title>whygrad</title><script type="module" src="m.js"></script>')


@pytest.mark.parametrize(
    "source",
    [
        'fetch("https://example.com/a.json")',
        "<script src=//cdn.example.com/x.js></script>",
        "@import url(http://fonts.example.org/a.css);",
        'new WebSocket("wss://example.com/ws")',
    ],
)
def test_the_address_of_another_host_is_found(source: str) -> None:
    assert foreign_addresses(source)


def test_the_name_of_a_namespace_is_no_address() -> None:
    assert not foreign_addresses('createElementNS("http://www.w3.org/2000/svg", "path") // a.b')


@pytest.mark.parametrize(
    "source",
    ["document.createElement('p')", "window.x", "x = localStorage['a']", "new HTMLInputElement()"],
)
def test_a_use_of_the_dom_is_found(source: str) -> None:
    assert DOM.search(source)


@pytest.mark.parametrize("source", ["state.document.title", "{ ...document, title }", "windows.x"])
def test_a_whygrad_document_is_no_use_of_the_dom(source: str) -> None:
    assert not DOM.search(source)


@pytest.mark.parametrize("source", ["root.innerHTML = x", "eval(text)", "new Function('a', b)"])
def test_markup_from_text_is_found(source: str) -> None:
    assert MARKUP.search(source)


def test_a_registry_and_a_path_of_a_machine_are_found() -> None:
    assert forbidden_text(f"see https://{REGISTRIES[0]}/whygrad")
    for folder in ("home", "root", "work", "tmp", "Users"):
        assert forbidden_text(f"cd /{folder}/someone")
    assert not forbidden_text("make run; ./home/x; tests/tmp/y; GET /api/runs")
