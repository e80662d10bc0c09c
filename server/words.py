"""The page's English of complaints, notices, operations and lessons, from where they live.

`python -m server.words` writes it into static/strings/en/core.js and lessons.js.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from string import Formatter

from backprop_core import OPS
from backprop_core.errors import NOTICES, SENTENCES
from backprop_core.lessons import Lesson, all_lessons, short_id
from backprop_core.words import WORDS
from server.errors import COMPLAINTS
from server.files import static_folder

CORE_HEADER = """\
// @ts-check
// Made by `python -m server.words` from the records of the operations (backprop_core/ops/) and
// the sentences of complaints (backprop_core/errors.py, server/errors.py): change those, not this.

/** What the core and the server say, in English. */
export default {
"""
LESSONS_HEADER = """\
// @ts-check
// Made by `python -m server.words` from backprop_core/lessons/: change the lessons, not this.

/** What the lessons say, in English. */
export default {
"""
LESSON_WORDS = ("title", "question", "look", "misconception", "answer", "notes")
LINE = 100  # characters; the formatter breaks a longer one after its key


Texts = Iterable[tuple[str, str]]


def generate() -> str:
    """The text of static/strings/en/core.js."""
    return _module(CORE_HEADER, sorted(_texts()))


def generate_lessons() -> str:
    """The text of static/strings/en/lessons.js, in teaching order."""
    return _module(LESSONS_HEADER, _lesson_texts())


def write() -> None:
    """Writes static/strings/en/core.js and lessons.js anew."""
    folder = static_folder() / "strings" / "en"
    (folder / "core.js").write_text(generate(), encoding="utf-8")
    (folder / "lessons.js").write_text(generate_lessons(), encoding="utf-8")


def _module(header: str, texts: Texts) -> str:
    return "".join([header, *(_entry(key, text) for key, text in texts), "};\n"])


def _texts() -> Iterator[tuple[str, str]]:
    for code, sentence in SENTENCES.items():
        yield f"error.{code}", template(sentence)
    for code, (_, sentence) in COMPLAINTS.items():
        yield f"error.{code}", template(sentence)
    for code, sentence in NOTICES.items():
        yield f"notice.{code}", template(sentence)
    for code, text in WORDS.items():
        yield f"word.{code}", template(text)
    for op in OPS.values():
        yield f"op.{op.name}.doc", op.doc


def _lesson_texts() -> Iterator[tuple[str, str]]:
    lessons = all_lessons()
    for track in dict.fromkeys(lesson["track"] for lesson in lessons):
        letter, name = track.split(" ", 1)
        yield f"track.{letter}", name[0].upper() + name[1:]
    for lesson in lessons:
        yield from _words_of(lesson)


def _words_of(lesson: Lesson) -> Iterator[tuple[str, str]]:
    key = f"lesson.{short_id(lesson['id'])}"
    yield from ((f"{key}.{word}", template(lesson[word])) for word in LESSON_WORDS if lesson[word])
    for n, wrong in enumerate(lesson["wrong_answers"]):
        yield f"{key}.wrong.{n}.error", template(wrong["error"])
        yield f"{key}.wrong.{n}", template(wrong["diagnosis"])
    for n, ask in enumerate(lesson["ask"]):
        for m, option in enumerate(ask.get("options", ())):
            yield f"{key}.ask.{n}.option.{m}", template(option)


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
    name, said = _quoted(key), _quoted(text)
    line = f"  {name}: {said},"
    return f"{line}\n" if len(line) <= LINE else f"  {name}:\n    {said},\n"


def _quoted(text: str) -> str:
    """A text as the formatter quotes it: in the quotes that need fewer escapes."""
    said = json.dumps(text, ensure_ascii=False)
    if text.count('"') <= text.count("'"):
        return said
    return "'" + said[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


if __name__ == "__main__":
    write()
