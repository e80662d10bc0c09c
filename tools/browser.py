"""Finds the Chromium or Chrome that tests and benchmarks in a browser use, or installs one.

`python -m tools.browser` prints its path; `--install` gets one where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "WHYGRAD_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
USUAL = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Chromium\Application\chrome.exe",
    ),
}
SECONDS = 60

# These keep Chromium from asking for anything but the page.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowser(RuntimeError):
    """There is no Chromium or Chrome, with what was looked at."""


def find() -> str:
    """The path of a browser that starts; NoBrowser if there is none.

    The environment's WHYGRAD_CHROMIUM wins; then the path, the usual places of the system, and
    what Playwright has installed.
    """
    if named := os.environ.get(VARIABLE):
        if not _starts(named):
            raise NoBrowser(f"{VARIABLE}: no browser that starts: {named}")
        return named
    for candidate in _candidates():
        if _starts(candidate):
            return candidate
    raise NoBrowser(
        f"no Chromium or Chrome: looked for {', '.join(NAMES)} on the path, in the usual places "
        f"and in Playwright's; `python -m tools.browser --install` gets one, {VARIABLE} names one"
    )


def arguments() -> list[str]:
    """What a browser is started with; root's has no sandbox, in which it would not start."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--no-sandbox"] if root else [*QUIET]


def install() -> None:
    """Gets a browser: Playwright's own, or as root on Debian and its kin the system's."""
    root = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get")
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if _runs([*playwright, "--with-deps"] if root else playwright):
        return
    if root and _runs(["apt-get", "update", "-qq"]):
        fonts = ["fonts-liberation", "fonts-dejavu"]
        _runs(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", *fonts])


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    for place in USUAL.get(sys.platform, ()):
        yield os.path.expandvars(place)
    yield from _playwrights()


def _playwrights() -> list[str]:
    from playwright.sync_api import sync_playwright  # it takes a moment, and is rarely needed

    with sync_playwright() as playwright:
        return [playwright.chromium.executable_path]


def _starts(path: str) -> bool:
    """Whether it is a browser: a name on the path may be a stub that only prints a hint."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # there it would open a window
        return True
    try:
        asked = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0 and "Chrom" in asked.stdout


def _runs(command: list[str]) -> bool:
    print("$", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, check=False)
    return done.returncode == 0


def main() -> int:
    """Prints the path of the browser; 1 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m tools.browser", description=__doc__)
    parser.add_argument("--install", action="store_true", help="get one where there is none")
    asked = parser.parse_args()
    try:
        try:
            path = find()
        except NoBrowser:
            if not asked.install or VARIABLE in os.environ:
                raise
            install()
            path = find()
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return 1
    print(f"the browser for tests: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
