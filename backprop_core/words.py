"""Parts of a complaint's sentence that are English themselves: what was expected, what we got.

Each has a code, so that a page in another language has its own text of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WORDS: Mapping[str, str] = {
    "dimensions.four": "four",
    "dimensions.more": "more",
    "dimensions.one_or_more": "one or more",
    "dimensions.one_or_two": "one or two",
    "dimensions.two": "two",
    "expected.at_most": "at most {most}",
    "expected.axes": "a tuple of axes or None",
    "expected.axis": "an axis, a tuple of axes or None",
    "expected.flag": "True or False",
    "expected.from_to": "a number from {least} to {most}",
    "expected.inputs": "{count} inputs",
    "expected.literal": "a literal",
    "expected.number": "a number",
    "expected.number_from": "a number from {least}",
    "expected.object": "an object",
    "expected.one_input": "one input",
    "expected.text": "a text",
    "expected.whole": "a whole number",
    "expected.whole_from": "a whole number from {least}",
    "expected.wholes": "a tuple of whole numbers",
    "got.array_of": "an array of {type}",
    "got.both": "both",
    "got.kind": "a {type}",
    "got.list": "a list",
    "got.mixed": "numbers and lists side by side",
    "got.name": "name",
    "got.neither": "neither",
    "got.none": "none",
    "got.number": "the number {value}",
    "got.number_alone": "number",
    "got.number_too_long": "a number too long to show",
    "got.object": "an object",
    "got.several": "several",
    "got.text": "the text {value}",
    "got.too_long": "too long to show",
    "hint.name": ": did you mean {name}?",
    "program.annotation": "an annotation",
    "program.attribute": "an attribute",
    "program.class": "a class",
    "program.comparison": "a comparison",
    "program.conditional": "a conditional",
    "program.dict": "a dict",
    "program.function": "a function",
    "program.in_place": "an assignment in place",
    "program.indexing": "indexing",
    "program.line": "a line without '='",
    "program.loop": "a loop",
    "program.star": "a star",
    "program.tuple": "a tuple",
    "subject.program": "program",
    "subject.target": "target",
    "subject.title": "title",
    "syntax.assign": "cannot assign to {what}",
    "syntax.character": "{character} is not a character of the language",
    "syntax.comma": "this cannot be read; perhaps a comma is missing",
    "syntax.indent": "a line begins with spaces that do not belong there",
    "syntax.invalid": "this cannot be read",
    "syntax.keyword_twice": "keyword argument repeated: {name}",
    "syntax.mismatch": "{closing} does not close {opening}",
    "syntax.never_closed": "{opening} was never closed",
    "syntax.null": "it must have no null characters",
    "syntax.other": "{reason}",
    "syntax.positional": "an argument without a name follows one with a name",
    "syntax.text": "a text in quotes was never closed",
    "syntax.unmatched": "{closing} closes nothing",
}


class Word(str):
    """The English text of a code; it remembers the code, and what the text needed."""

    code: str
    params: Mapping[str, Any]

    def __new__(cls, code: str, **params: Any) -> Word:
        """The text of that code."""
        made = super().__new__(cls, WORDS[code].format(**params))
        made.code, made.params = code, params
        return made

    def to_json(self) -> dict[str, Any]:
        """As it travels: the code under "word", and what its text needs."""
        return {"word": self.code, "params": dict(self.params)}
