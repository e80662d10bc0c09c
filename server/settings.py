"""Limits and addresses, from the environment: `WHYGRAD_PORT=9000 whygrad`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from backprop_core import Limits

PREFIX = "WHYGRAD_"


class SettingError(ValueError):
    """A variable of the environment that cannot be used, and why."""


def _setting(default: Any, doc: str) -> Any:
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True)
class Settings:
    """What one server allows itself; each field is a variable `WHYGRAD_<NAME>`."""

    host: str = _setting("127.0.0.1", "address to bind")
    port: int = _setting(8000, "port to bind; the next free one if it is in use")
    allowed_origins: tuple[str, ...] = _setting(
        (), "origins besides our own that may open /ws, separated by commas"
    )

    body_bytes: int = _setting(8 << 20, "largest body of a request")
    body_seconds: int = _setting(30, "seconds in which a request's body must be there")
    frame_bytes: int = _setting(8 << 20, "largest frame of a WebSocket command")
    connections: int = _setting(512, "WebSockets open at once")
    commands_per_second: int = _setting(100, "commands read from one WebSocket; more must wait")
    command_burst: int = _setting(200, "commands read at once before the rate counts")
    ping_seconds: int = _setting(20, "seconds between pings, and until one must be answered")
    bad_frames: int = _setting(20, "unreadable frames in a row before a WebSocket is closed")
    replies: int = _setting(64, "answers waiting for one reader before its commands must wait")

    sessions: int = _setting(256, "documents kept open; the least recently used one goes first")
    log_bytes: int = _setting(256 << 20, "events kept of sessions that nobody follows")
    array_runs: int = _setting(3, "runs of one session whose large arrays are kept")
    array_bytes: int = _setting(1 << 30, "large arrays kept in all; the oldest run goes first")
    threads: int = _setting(2, "threads that work for the pages")
    slice_ms: int = _setting(8, "milliseconds a run keeps its thread before others have a turn")
    runs_at_once: int = _setting(2, "requests to /api/runs that run at the same time")
    runs_waiting: int = _setting(32, "requests to /api/runs that may wait for a turn")
    answer_bytes: int = _setting(1 << 30, "answers over HTTP that wait for their readers, in all")

    limits: Limits = field(default_factory=Limits)


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment asks for; SettingError where it makes no sense."""
    asked = {k: v for k, v in environment.items() if k.startswith(PREFIX)}
    limits = {f.name: _read(f, asked) for f in fields(Limits) if variable(f) in asked}
    own = {
        f.name: _read(f, asked)
        for f in fields(Settings)
        if f.name != "limits" and variable(f) in asked
    }
    known = {variable(f) for f, _ in described()}
    for name in sorted(asked.keys() - known):
        raise SettingError(f"{name}: no such setting; there are {', '.join(sorted(known))}")
    return Settings(**own, limits=Limits(**limits))


def described() -> list[tuple[Field[Any], str]]:
    """Every field that a variable sets, with what it says and its default."""
    own = [
        (f, f"{f.metadata['doc']} ({_shown(f.default)})") for f in fields(Settings) if f.metadata
    ]
    core = [(f, f"the core's limit of {f.name} ({f.default})") for f in fields(Limits)]
    return own + core


def _shown(default: Any) -> str:
    return str(default) if default != () else "none"


def variable(setting: Field[Any]) -> str:
    """The name of the variable that sets a field: a limit of the core is `WHYGRAD_MAX_<NAME>`."""
    core = setting.name in {f.name for f in fields(Limits)}
    return f"{PREFIX}{'MAX_' if core else ''}{setting.name.upper()}"


def _read(setting: Field[Any], environment: Mapping[str, str]) -> Any:
    name = variable(setting)
    text = environment[name].strip()
    if setting.name == "host":
        return text
    if setting.name == "allowed_origins":
        return tuple(origin.strip().rstrip("/") for origin in text.split(",") if origin.strip())
    least = 0 if setting.name == "port" else 1
    if not text.isdecimal() or int(text) < least:
        raise SettingError(f"{name}: expected a whole number of at least {least}, got {text!r}")
    return int(text)
