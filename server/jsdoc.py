"""The page's types, made from the wire's: `python -m server.wire` writes static/wire.js."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from server import wire
from server.files import static_folder

HEADER = """\
// @ts-check
// Made from server/wire.py by `python -m server.wire`: change that file, not this one.
"""

Schema = dict[str, Any]


def generate() -> str:
    """The text of static/wire.js: one typedef for each command, event and part of one."""
    roots: dict[str, TypeAdapter[Any]] = {"Command": wire.COMMAND, "WireEvent": wire.EVENT}
    schemas = {name: kind.json_schema(mode="serialization") for name, kind in roots.items()}
    named: dict[str, Schema] = {}
    for schema in schemas.values():
        named |= schema.pop("$defs", {})
    named |= schemas
    return "\n".join(
        [HEADER, *(_typedef(name, named[name]) for name in sorted(named)), "export {};\n"]
    )


def write() -> None:
    """Writes static/wire.js anew."""
    target = static_folder() / "wire.js"
    target.write_text(generate(), encoding="utf-8")


def _typedef(name: str, schema: Schema) -> str:
    lines = [f" * {line}".rstrip() for line in schema.get("description", "").splitlines()]
    if "properties" in schema:
        lines.append(f" * @typedef {{object}} {name}")
        lines += [_property(key, part, schema) for key, part in schema["properties"].items()]
    else:
        lines.append(f" * @typedef {{{_type(schema)}}} {name}")
    return "\n".join(["/**", *lines, " */", ""])


def _property(name: str, part: Schema, schema: Schema) -> str:
    always = name in schema.get("required", ()) or "const" in part
    return f" * @property {{{_type(part)}}} {name if always else f'[{name}]'}"


def _type(schema: Schema) -> str:
    """The type that TypeScript would call the values of a JSON schema."""
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[1])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(_type(option) for option in schema[key])
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    return _by_kind(schema)


def _by_kind(schema: Schema) -> str:
    kind = schema.get("type")
    match kind:
        case "object":
            values = schema.get("additionalProperties")
            return f"Record<string, {_type(values) if isinstance(values, dict) else 'unknown'}>"
        case "array" if "prefixItems" in schema:
            return f"[{', '.join(_type(item) for item in schema['prefixItems'])}]"
        case "array":
            return f"Array<{_type(schema['items'])}>"
        case "integer" | "number":
            return "number"
        case "string" | "boolean" | "null":
            return str(kind)
        case None:
            return "unknown"
    raise TypeError(f"wire type: no JSDoc for {kind!r}")
