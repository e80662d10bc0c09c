"""The whygrad command in a process of its own, as a person starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tools.browser import VARIABLE

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 60.0
ENDS_WITHIN = 10.0
ADDRESS = re.compile(r"http://[\w.]+:(\d+)/")


@dataclass
class Served:
    """A server that listens; `stop` and `start` again for tests of a connection that is lost."""

    log: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the page is, with a slash at its end."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Starts it, on the port it had before if there was one."""
        said = self.log.stat().st_size
        command = [sys.executable, "-m", "server.cli", "serve", "--no-browser"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--host", "127.0.0.1", "--port", str(self.port)],
                cwd=ROOT,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.port = self._port(said)

    def stop(self) -> None:
        """Ends it, as a closed terminal would."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self.process = None

    def said(self) -> str:
        """What it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _port(self, after: int) -> int:
        assert self.process is not None
        until = time.monotonic() + STARTS_WITHIN
        while time.monotonic() < until and self.process.poll() is None:
            if found := ADDRESS.search(self.said()[after:]):
                return int(found[1])
            time.sleep(0.02)
        raise RuntimeError(f"the server did not start:\n{self.said()}")


@contextmanager
def served() -> Iterator[Served]:
    """A server on a free port; when it ends, nothing may have broken in it."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        log.touch()
        server = Served(log)
        server.start()
        try:
            yield server
        except BaseException:
            with suppress(subprocess.TimeoutExpired):
                server.stop()
            raise
        server.stop()
        assert "Traceback" not in server.said(), server.said()


def _environment() -> dict[str, str]:
    # The settings are those of a fresh machine, whoever runs the tests.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("WHYGRAD_")}
    assert VARIABLE not in kept
    return {**kept, "PYTHONUNBUFFERED": "1"}
