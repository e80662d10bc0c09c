from __future__ import annotations

import re

import pytest

from backprop_core import OPS, WhygradError
from backprop_core.errors import NOTICES, SENTENCES
from backprop_core.lessons import all_lessons, short_id
from backprop_core.words import WORDS
from server.errors import COMPLAINTS
from server.files import static_folder
from server.words import generate, generate_lessons, template

KEY = re.compile(r'^  "([\w.]+)":', re.MULTILINE)


def test_the_pages_english_of_the_core_is_what_its_records_say() -> None:
    written = (static_folder() / "strings" / "en" / "core.js").read_text(encoding="utf-8")
    assert written == generate(), "static/strings/en/core.js is stale: run `make generate`"


def test_the_pages_english_of_the_lessons_is_what_they_say() -> None:
    written = (static_folder() / "strings" / "en" / "lessons.js").read_text(encoding="utf-8")
    assert written == generate_lessons(), "lessons.js is stale: run `make generate`"


def test_every_lesson_has_its_words_and_a_diagnosis_of_each_wrong_answer() -> None:
    keys = set(KEY.findall(generate_lessons()))
    for lesson in all_lessons():
        own = f"lesson.{short_id(lesson['id'])}"
        assert {f"{own}.{word}" for word in ("title", "question", "misconception", "answer")} < keys
        assert f"{own}.look" in keys
        assert f"track.{lesson['track'][0]}" in keys
        for n in range(len(lesson["wrong_answers"])):
            assert {f"{own}.wrong.{n}", f"{own}.wrong.{n}.error"} < keys
        for n, ask in enumerate(lesson["ask"]):
            options = [f"{own}.ask.{n}.option.{m}" for m in range(len(ask.get("options", ())))]
            assert set(options) < keys


def test_every_complaint_notice_operation_and_word_has_its_text_once() -> None:
    keys = [f"error.{code}" for code in (*SENTENCES, *COMPLAINTS)]
    keys += [f"notice.{code}" for code in NOTICES]
    keys += [f"op.{name}.doc" for name in OPS]
    keys += [f"word.{code}" for code in WORDS]
    assert KEY.findall(generate()) == sorted(keys)


def test_a_quoted_parameter_is_quoted_by_the_sentence_itself() -> None:
    said = template("roles: {name!r} is no leaf: got {got}")
    assert said == "roles: '{name}' is no leaf: got {got}"
    error = WhygradError("roles.unknown", {"name": "W"})
    assert error.message == template(SENTENCES["roles.unknown"]).replace("{name}", "W")


@pytest.mark.parametrize("sentence", ["{got:.2f}", "{got.name}", "{}", "{got!s}", "{{got}}"])
def test_a_sentence_the_page_could_not_fill_in_is_refused(sentence: str) -> None:
    with pytest.raises(ValueError, match="sentence"):
        template(sentence)
