"""The API's documentation as one plain page, made from its OpenAPI description."""

from __future__ import annotations

from html import escape
from typing import Any

from server.files import Asset

REQUIRED = ("format", "program", "values")
PROPERTIES: dict[str, Any] = {
    "format": {"const": 1, "description": "1"},
    "title": {"type": "string", "description": "what to call it"},
    "program": {"type": "string", "description": "one assignment a line"},
    "values": {"type": "object", "description": "a number or a nested list for each leaf"},
    "roles": {"type": "object", "description": "input, parameter or target, by name"},
    "training": {"type": "object", "description": "reserved"},
    "upstream": {"description": "gradient fed into the output: a number, or of its shape"},
    "expand": {
        "type": "array",
        "items": {"type": "string"},
        "description": "layers to run as their definition in ops",
    },
}
EXAMPLE: dict[str, Any] = {
    "format": 1,
    "program": "y = Affine(x, W, b)",
    "values": {"x": [1, 2], "W": [[1, 2, 3], [4, 5, 6]], "b": [1, 1, 1]},
    "upstream": [1, 2, -1],
}
ELEMENT = {
    "type": "object",
    "required": ["of", "index"],
    "properties": {
        "of": {"enum": ["value", "gradient", "message"]},
        "name": {"type": "string", "description": "a node, for a value or a gradient"},
        "edge": {"type": "string", "description": "FROM>TO, for a message"},
        "slot": {"type": "string", "description": "which of two edges of the same ends"},
        "index": {"type": "array", "items": {"type": "integer"}},
        "direction": {"enum": ["from", "to"], "default": "from"},
    },
    "additionalProperties": False,
    "description": 'which one: {"of": "value", "gradient" or "message", "name" (of a message its '
    '"edge", FROM>TO), "index", "direction": "from" (as if absent) or "to"}',
    "example": {"of": "gradient", "name": "x", "index": [0]},
}
NUDGE = {
    "name": {"type": "string", "description": "the node whose value is moved"},
    "index": {
        "type": "array",
        "items": {"type": "integer"},
        "description": "which element of it",
    },
    "by": {"type": "number", "description": "how far"},
}


def _body(more: dict[str, Any], example: dict[str, Any]) -> dict[str, Any]:
    """A document with more keys, all of them needed, as OpenAPI describes a request's body."""
    schema: dict[str, Any] = {
        "type": "object",
        "required": [*REQUIRED, *more],
        "properties": {**PROPERTIES, **more},
        "additionalProperties": False,
        "example": {**EXAMPLE, **example},
    }
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


RUN_BODY = _body({}, {})
EXPLAIN_BODY = _body({"element": ELEMENT}, {"element": ELEMENT["example"]})
NUDGE_BODY = _body(NUDGE, {"name": "x", "index": [0], "by": 0.1})

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>whygrad: the HTTP interface</title>
<h1>The HTTP interface of whygrad {version}</h1>
<p>For programs: <a href="api/openapi.json">api/openapi.json</a>. An error is
<code>{{"error": {{"code", "message", "params", "line", "column"}}}}</code> and a 4xx status.</p>
{paths}
</html>
"""


def page(description: dict[str, Any]) -> Asset:
    """The page for an OpenAPI description."""
    paths = "\n".join(
        _path(method.upper(), path, operation)
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
    )
    text = PAGE.format(version=escape(description["info"]["version"]), paths=paths)
    return Asset.of(text.encode(), "text/html; charset=utf-8")


def _path(method: str, path: str, operation: dict[str, Any]) -> str:
    said = escape(operation.get("description", ""))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    fields = body.get("schema", {}).get("properties", {})
    listed = "".join(
        f"<dt><code>{escape(name)}</code><dd>{escape(part.get('description', ''))}"
        for name, part in fields.items()
    )
    return f"<h2><code>{method} {escape(path)}</code></h2>\n<p>{said}</p>\n<dl>{listed}</dl>"
