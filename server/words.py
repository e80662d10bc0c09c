"""The page's English of complaints, notices and operations, from the records they live in.

`python -m server.words` writes it into static/strings/en/core.js.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from string import Formatter

from backprop_core import OPS
from backprop_core.errors import NOTICES, SENTENCES
from server.errors import COMPLAINTS
from server.files import static_folder

HEADER = """\
// @ts-check
// Made by `python -m server.words` from the records of the operations (backprop_core/ops/) and
// the sentences of complaints (backprop_core/errors.py, server/errors.py): change those, not this.

/** What the core and the server say, in English. */
export default {
"""
LINE = 100  # characters; the formatter breaks a longer one after its key


def generate() -> str:
    """The text of static/strings/en/core.js."""
    return "".join([HEADER, *(_entry(key, text) for key, text in sorted(_texts())), "};\n"])


def write() -> None:
    """Writes static/strings/en/core.js anew."""
    target = static_folder() / "strings" / "en" / "core.js"
    target.write_text(generate(), encoding="utf-8")


def _texts() -> Iterator[tuple[str, str]]:
    for code, sentence in SENTENCES.items():
        yield f"error.{code}", template(sentence)
    for code, (_, sentence) in COMPLAINTS.items():
        yield f"error.{code}", template(sentence)
    for code, sentence in NOTICES.items():
        yield f"notice.{code}", template(sentence)
    for op in OPS.values():
        yield f"op.{op.name}.doc", op.doc


def template(sentence: str) -> str:
    """A sentence as the page fills it in: `{key!r}` is `'{key}'` there, and nothing else is more.

    ValueError where the page could not fill it in as Python does.
    """
    pieces = []
    for text, name, spec, conversion in Formatter().parse(sentence):
        plain = name is None or (name.isidentifier() and not spec and conversion in (None, "r"))
        if not plain or re.search("[{}]", text):
            raise ValueError(f"sentence: expected {{name}} or {{name!r}}: got {sentence!r}")
        pieces.append(text)
        if name is not None:
            pieces.append(f"'{{{name}}}'" if conversion else f"{{{name}}}")
    return "".join(pieces)


def _entry(key: str, text: str) -> str:
    name, said = (json.dumps(part, ensure_ascii=False) for part in (key, text))
    line = f"  {name}: {said},"
    return f"{line}\n" if len(line) <= LINE else f"  {name}:\n    {said},\n"


if __name__ == "__main__":
    write()
