"""Opening and saving documents, and what a bad one gets."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.page import WhygradPage
from tests.browser.shown import shown

GOOD = {"format": 1, "title": "Product", "program": "z = x * y", "values": {"x": 2, "y": [3, 4]}}
BAD = {
    "an unknown key": ({**GOOD, "colour": 1}, "'colour'"),
    "a newer format": ({**GOOD, "format": 9}, "format must be 1 or older: got 9"),
    "a value without a use": (
        {**GOOD, "values": {"x": 2, "y": 3, "q": 4}},
        "q: a value must be used",
    ),
    "a leaf without a value": ({**GOOD, "values": {"x": 2}}, "y: a leaf needs a value"),
    "a ragged array": ({**GOOD, "values": {"x": 2, "y": [[1, 2], [3]]}}, "y: rows of one array"),
    "an empty array": ({**GOOD, "values": {"x": 2, "y": []}}, "y: an array must have at least one"),
    "no number": ({**GOOD, "values": {"x": 2, "y": "three"}}, "y: expected a number"),
    "shapes that do not fit": (
        {**GOOD, "program": "z = x @ y", "values": {"x": [[1, 2]], "y": [[1, 2, 3]]}},
        "left (1, 2), right (1, 3)",
    ),
    "labels out of range": (
        {**GOOD, "program": "L = SoftmaxWithLoss(x, y)", "values": {"x": [[1, 2]], "y": [2]}},
        "labels must be 0 to 1: y[0] is 2",
    ),
    "too many elements": (
        {**GOOD, "program": "z = broadcast_to(x, (100000, 100000))", "values": {"x": 1}},
        "at most",
    ),
}


def test_a_document_that_is_pasted_opens_with_its_title(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    whygrad.paste(GOOD)
    whygrad.expect_nodes(["x", "y", "z", "L"])
    whygrad.expect_step(0)
    expect(whygrad.program).to_have_value("z = x * y")
    whygrad.go_last()
    assert whygrad.number("gradient", "x", region="Graph") == 7.0


def test_a_bad_document_is_refused_with_its_reason_and_the_last_run_stays(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L04")
    whygrad.go(5)
    before = shown(whygrad)
    dialog = whygrad.open_dialog()
    for case, (document, said) in BAD.items():
        dialog.get_by_role("textbox").fill(json.dumps(document))
        dialog.get_by_role("button", name="Open", exact=True).click()
        alert = whygrad.page.get_by_role("alert").filter(has_text=said)
        expect(alert, case).to_be_visible()
        assert shown(whygrad) == before, case
        if not dialog.is_visible():
            whygrad.open_dialog()
        expect(dialog.get_by_role("textbox"), case).to_have_value(json.dumps(document))


def test_what_is_no_document_at_all_is_said_in_the_dialog(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    dialog = whygrad.open_dialog()
    for text in ("{", "", "[1, 2]", "3"):
        dialog.get_by_role("textbox").fill(text)
        dialog.get_by_role("button", name="Open", exact=True).click()
        expect(dialog.get_by_role("alert"), text).to_contain_text("JSON")
        expect(dialog.get_by_role("textbox")).to_have_value(text)
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()


def test_a_document_is_saved_and_the_file_opens_again(whygrad: WhygradPage, tmp_path: Path) -> None:
    whygrad.open("L19")
    whygrad.edit("W2", (0, 1), "0.25")
    whygrad.expect_number("value", "W2", (0, 1), 0.25, region="Graph")
    with whygrad.page.expect_download() as saved:
        whygrad.button("Save").click()
    assert saved.value.suggested_filename.endswith(".whygrad.json")
    path = tmp_path / saved.value.suggested_filename
    saved.value.save_as(path)
    whygrad.choose("One variable, two roads")
    dialog = whygrad.open_dialog()
    dialog.get_by_label("A file that ends in .whygrad.json").set_input_files(path)
    whygrad.expect_number("value", "W2", (0, 1), 0.25, region="Graph")


def test_an_address_with_an_unknown_lesson_says_so_and_opens_the_first(
    whygrad: WhygradPage,
) -> None:
    whygrad.watch.allow("answered 404")
    whygrad.open_as_it_is("L99")
    expect(whygrad.page.get_by_role("alert").filter(has_text="L99")).to_be_visible()
    expect(whygrad.node("y.dot")).to_be_visible()
    whygrad.button("Dismiss").click()
    expect(whygrad.page.get_by_role("alert").filter(has_text="L99")).to_have_count(0)
