"""The `whygrad` command: serves the page, or runs a document in the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from server import __version__
from server.settings import SettingError, Settings, described, from_environment, variable


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line asks; gives 0, or 2 where what it was given is wrong."""
    try:
        return _done(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        return 130  # as a shell has it


def _done(asked: argparse.Namespace) -> int:
    try:
        settings = from_environment(os.environ)
    except SettingError as error:
        print(f"whygrad: {error}", file=sys.stderr)
        return 2
    if asked.command == "run":
        from server import terminal  # the server's half is slower to import

        return terminal.run(asked.file, asked.expand, settings.limits, json=asked.json)
    return _serve(asked, settings)


def _serve(asked: argparse.Namespace, settings: Settings) -> int:
    from server import serving

    host = getattr(asked, "host", None) or settings.host
    port = getattr(asked, "port", None)
    settings = replace(settings, host=host, port=settings.port if port is None else port)
    return serving.serve(settings, browser=not getattr(asked, "no_browser", False))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="whygrad",
        description="See backpropagation one message at a time. "
        "With no command it serves the page and opens the browser.",
    )
    parser.add_argument("--version", action="version", version=f"whygrad {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="{serve,run}")
    _add_serve(
        commands.add_parser(
            "serve",
            help="serve the page",
            epilog=_settings_help(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )
    _add_run(commands.add_parser("run", help="run a document and print its steps"))
    return parser


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="address to bind (WHYGRAD_HOST, 127.0.0.1)")
    parser.add_argument("--port", type=_port, help="port to bind (WHYGRAD_PORT, 8000)")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help="a document (.whygrad.json), - for standard input"
    )
    parser.add_argument(
        "--expand",
        action="append",
        default=[],
        metavar="LAYER",
        help="run this layer as its definition in ops (again for more)",
    )
    parser.add_argument(
        "--json", action="store_true", help="the whole run as JSON, as POST api/runs"
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"expected 0 to 65535, got {text!r}")
    return int(text)


def _settings_help() -> str:
    lines = [f"  {variable(setting):28} {doc}" for setting, doc in described()]
    return "\n".join(["from the environment:", *lines])


if __name__ == "__main__":
    sys.exit(main())
