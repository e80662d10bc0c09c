"""Files of the page: found, compressed once, and served with an ETag."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def static_folder() -> Path:
    """The page's files: `static/` beside `server/` in a checkout, inside it in a wheel."""
    for folder in (HERE.parent / "static", HERE / "static"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no page: expected a folder static/ in {HERE.parent} or {HERE}")
