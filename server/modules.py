"""The modules that a script of the page imports, found in their text.

A browser learns what a module imports when it has it, and so goes down one storey of imports after
the other. A page that names them all lets it ask for all of them at once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

# A statement that imports, or exports what another module has; no import() that waits for a call.
IMPORT = re.compile(
    rb"""^(?:import|export)\b(?:[^;"'()]*?\bfrom)?\s*["'](\.{1,2}/[^"']+)["']""", re.MULTILINE
)

Read = Callable[[str], bytes | None]


def imports(path: str, source: bytes) -> Iterator[str]:
    """The paths that a module's source names, worked out from its own path, in their order."""
    for found in IMPORT.finditer(source):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), found[1].decode()))


def modules(first: str, read: Read) -> list[str]:
    """A module and all it imports, each once, what is nearest first; a file it lacks is left out.

    `read` gives the text of a path, or None where there is no such file.
    """
    known = {first}
    found = []
    waiting = [first]
    for path in waiting:
        source = read(path)
        if source is None:
            continue
        found.append(path)
        for other in imports(path, source):
            if other not in known:
                known.add(other)
                waiting.append(other)
    return found
