"""Files of the page and fixed answers: compressed once, and served with an ETag."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from time import monotonic

from starlette.datastructures import Headers
from starlette.responses import Response

from server.modules import modules

HERE = Path(__file__).resolve().parent
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
}
WORTH_PACKING = 512

PAGE = "index.html"
PLOTLY = "plotly.min.js"  # from the plotly package, as if it lay beside the page's own files
EDITION = "edition-"
# The addresses that the page's own text names: all of them are files beside it.
NAMED = re.compile(rb"""(\b(?:href|src)=")(?=\w)""")
SCRIPT = re.compile(rb"""^ *<script type="module" src="([^"]+)"></script>\n""", re.MULTILINE)


def static_folder() -> Path:
    """The page's files: `static/` beside `server/` in a checkout, inside it in a wheel."""
    for folder in (HERE.parent / "static", HERE / "static"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no page: expected a folder static/ in {HERE.parent} or {HERE}")


@lru_cache(maxsize=1)
def plotly_file() -> Path:
    """The script that draws plots; the package is found without being imported."""
    found = find_spec("plotly")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("no package plotly: it is among what whygrad depends on")
    return Path(found.submodule_search_locations[0], "package_data", PLOTLY).resolve()


@dataclass(frozen=True)
class Asset:
    """Bytes that many will ask for, as they are and packed."""

    content: bytes
    packed: bytes | None
    etag: str
    media_type: str
    lasting: bool = False  # its address changes with its content

    @classmethod
    def of(cls, content: bytes, media_type: str) -> Asset:
        """Packs the content, if that makes it notably smaller."""
        packed = gzip.compress(content, 6, mtime=0) if len(content) >= WORTH_PACKING else content
        etag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
        smaller = len(packed) < 0.9 * len(content)
        return cls(content, packed if smaller else None, etag, media_type)

    def answer(self, asked: Headers) -> Response:
        """The response to a request with these headers: 304 if the browser has it."""
        caching = "public, max-age=31536000, immutable" if self.lasting else "no-cache"
        headers = {"ETag": self.etag, "Cache-Control": caching, "Vary": "Accept-Encoding"}
        if self.etag in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        body = self.content
        if self.packed and "gzip" in asked.get("accept-encoding", ""):
            body = self.packed
            headers["Content-Encoding"] = "gzip"
        return Response(body, headers=headers, media_type=self.media_type)


def page_file(path: str) -> Asset | None:
    """The file of the page at a relative address, or None; nothing outside the folder is one.

    The page names its files under an address that changes when any of them does, so that a browser
    that has them asks for none again; and every module, so that one that lacks them asks at once.
    """
    now = _edition(int(monotonic()))
    edition, _, rest = path.partition("/")
    if edition.startswith(EDITION) and rest:
        found = _file(rest)
        return replace(found, lasting=edition == now) if found else None
    return _page(now) if path == PAGE else _file(path)


@lru_cache(maxsize=1)
def _page(edition: str) -> Asset | None:
    page = _file(PAGE)
    if page is None:
        return None
    text = NAMED.sub(rb"\1" + edition.encode() + b"/", with_modules(page.content))
    return Asset.of(text, page.media_type)


def with_modules(page: bytes) -> bytes:
    """The page with a link to each module that its scripts import, before the first of them."""
    scripts = [found[1].decode() for found in SCRIPT.finditer(page)]
    needed = dict.fromkeys(path for script in scripts for path in modules(script, _text))
    links = "".join(f'<link rel="modulepreload" href="{path}">\n' for path in needed)
    first = SCRIPT.search(page)
    at = first.start() if first else len(page)
    return page[:at] + links.encode() + page[at:]


def _text(path: str) -> bytes | None:
    found = _file(path)
    return found.content if found else None


def _file(path: str) -> Asset | None:
    folder = static_folder()
    try:
        file = plotly_file() if path == PLOTLY else (folder / path).resolve()
        own = file.is_relative_to(folder) or path == PLOTLY
        if not own or not file.is_file():
            return None
        status = file.stat()
    except (OSError, ValueError):
        return None
    return _read(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _edition(_second: int) -> str:
    """A name for all files of the page as they are now, worked out once a second at most."""
    seen = hashlib.sha256()
    for file in [*sorted(static_folder().rglob("*")), plotly_file()]:
        status = file.stat()
        seen.update(f"{file.name} {status.st_mtime_ns} {status.st_size}\n".encode())
    return EDITION + seen.hexdigest()[:16]


@lru_cache(maxsize=512)
def _read(file: Path, modified: int, size: int) -> Asset:
    # The time and the size are only the key: an edited file is read again.
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    return Asset.of(file.read_bytes(), kind or "application/octet-stream")
