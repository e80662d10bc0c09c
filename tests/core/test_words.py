"""Parts of a complaint that are words themselves travel as codes, with their English."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import backprop_core
import server
from backprop_core import Document, WhygradError
from backprop_core.program import parse
from backprop_core.unreadable import reason_of
from backprop_core.words import WORDS, Word

# A program that Python cannot read, and the word that says why.
UNREADABLE = {
    "y = (x": "syntax.never_closed",
    "y = x)": "syntax.unmatched",
    "y = (x]": "syntax.mismatch",
    "y = 'x": "syntax.text",
    " y = x": "syntax.indent",
    "y = x，1": "syntax.character",
    "2 = x": "syntax.assign",
    "y = f(a=1, x)": "syntax.positional",
    "y = sum(x, axis=0, axis=1)": "syntax.keyword_twice",
    "y = x\0": "syntax.null",
    "y = x *": "syntax.invalid",
    "y = (x z)": "syntax.comma",
}


@pytest.mark.parametrize(("program", "code"), UNREADABLE.items())
def test_what_python_cannot_read_has_a_word_of_ours(program: str, code: str) -> None:
    with pytest.raises(WhygradError) as caught:
        parse(program)
    reason = caught.value.params["reason"]
    assert isinstance(reason, Word)
    assert reason.code == code


def test_what_python_says_and_we_do_not_know_is_said_as_it_is() -> None:
    reason = reason_of("something new")
    assert (reason, reason.code) == ("something new", "syntax.other")


def test_a_word_is_its_english_and_travels_as_its_code() -> None:
    word = Word("expected.whole_from", least=1)
    assert word == "a whole number from 1"
    assert word.to_json() == {"word": "expected.whole_from", "params": {"least": 1}}
    with pytest.raises(WhygradError) as caught:
        Document.from_json({"format": 1, "program": "y = x * 2", "values": {"x": "text"}})
    told = json.loads(json.dumps(caught.value.to_json()))
    assert told["params"]["got"] == {"word": "got.text", "params": {"value": "'text'"}}
    assert told["message"] == (
        "x: expected a number or a nested list of numbers: got the text 'text'"
    )


def test_every_word_is_used() -> None:
    folders = [Path(str(module.__file__)).parent for module in (backprop_core, server)]
    text = "".join(
        path.read_text(encoding="utf-8")
        for folder in folders
        for path in folder.rglob("*.py")
        if path.name != "words.py"
    )
    literals = set(re.findall(r'"([\w.]+)"', text))
    put_together = set(re.findall(r'f"(\w+)\.\{', text))
    families = {f"{family}.{literal}" for family in put_together for literal in literals}
    assert not set(WORDS) - literals - families
