"""The command as a process of its own: what it prints, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from server.serving import listen, page_address
from server.settings import Settings
from tests.server.live import SECONDS, Live, chain, serving, stalled, text_frame, until

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def _command(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str], Live]]:
    """`whygrad serve`, once it listens, with the lines it has printed."""
    command = [sys.executable, "-m", "server.cli", "serve", "--no-browser", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        lines = [process.stdout.readline()]
        while lines[-1] and not lines[-1].startswith("whygrad is at http://127.0.0.1:"):
            lines.append(process.stdout.readline())
        try:
            yield process, lines, Live(int(lines[-1].split(":")[2].split("/")[0]))
        finally:
            process.kill()


def _interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The code that it ends with after Ctrl-C, and what it complains of."""
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=SECONDS)
    return process.returncode, complaints


def test_a_port_in_use_is_left_for_the_next_one_which_is_named() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with _command("--port", str(port)) as (process, lines, live):
            assert lines[0] == f"port {port} is in use: taking {live.port}\n"
            assert live.port > port
            assert httpx.get(f"{live.http}/healthz").json() == {"status": "ok"}
            assert _interrupted(process) == (0, "")


def test_an_address_that_cannot_be_bound_is_an_error() -> None:
    command = [sys.executable, "-m", "server.cli", "serve", "--host", "192.0.2.1", "--no-browser"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("whygrad: cannot listen on 192.0.2.1:8000: ")


def test_it_ends_at_once_although_a_page_is_open_and_another_does_not_read() -> None:
    opening = {"type": "document.open", "id": "1", "document": chain(3000, width=200)}
    with _command("--port", "0") as (process, _, live):
        with connect(live.ws, max_size=None) as page, stalled(live) as reader:
            reader.sendall(text_frame(json.dumps(opening)))
            page.send(json.dumps(opening))
            while "node.forward" not in str(page.recv(SECONDS)):
                pass
            assert _interrupted(process) == (0, "")
            assert _close_code(page) == 1012


def _close_code(page: ClientConnection) -> int | None:
    """What the server said when it closed the socket."""
    try:
        while True:
            page.recv(SECONDS)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


def test_who_waits_for_a_run_is_told_that_the_server_is_being_stopped() -> None:
    with ThreadPoolExecutor() as pool:
        with serving(Settings(runs_at_once=1)) as live:
            asked = [
                pool.submit(httpx.post, f"{live.http}/api/runs", json=chain(5000), timeout=SECONDS)
                for _ in range(3)
            ]
            until(lambda: live.waiting() == 3)
        codes = [answer.result().json()["error"]["code"] for answer in asked]
    assert codes == ["server.stopping"] * 3


def test_a_line_for_the_browser_is_an_address_it_can_open() -> None:
    assert page_address("0.0.0.0", 80) == "http://127.0.0.1:80/"
    assert page_address("::", 8000) == "http://[::1]:8000/"
    assert page_address("school.example", 8000) == "http://school.example:8000/"
