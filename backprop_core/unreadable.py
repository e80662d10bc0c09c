"""What Python says of a program that it cannot read, in words that have a code."""

from __future__ import annotations

import re

from backprop_core.words import Word

# Patterns of Python's own messages, and the words they become; a group is what the word needs.
REASONS = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (r"(?P<opening>'.') was never closed", "syntax.never_closed"),
        (r"unmatched (?P<closing>'.')", "syntax.unmatched"),
        (
            r"closing parenthesis (?P<closing>'.') does not match opening parenthesis "
            r"(?P<opening>'.')",
            "syntax.mismatch",
        ),
        (r"unterminated .*string literal|EOL while scanning", "syntax.text"),
        (r"unexpected indent|unindent does not|expected an indented block", "syntax.indent"),
        (r"invalid (?:non-printable )?character (?P<character>.+)", "syntax.character"),
        (r"cannot assign to (?P<what>[^.]+?)(?: here)?(?:\.|$)", "syntax.assign"),
        (r"positional argument follows keyword argument", "syntax.positional"),
        (r"keyword argument repeated: (?P<name>\w+)", "syntax.keyword_twice"),
        (r"source code (?:string )?cannot contain null", "syntax.null"),
        (r"invalid syntax\. Perhaps you forgot a comma", "syntax.comma"),
        (r"invalid syntax$", "syntax.invalid"),
    )
)


def reason_of(message: str) -> Word:
    """Python's message as a word; one that is not known to us, as Python says it."""
    for pattern, code in REASONS:
        if found := pattern.match(message):
            return Word(code, **found.groupdict())
    return Word("syntax.other", reason=message)
