"""The program in its editor, and documents from and to files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage

BRANCH = {"format": 1, "title": "Mine", "program": "p = x * x\nf = p + x", "values": {"x": 3}}


def program(whygrad: WhygradPage) -> Locator:
    """The editor."""
    return whygrad.region("Network").get_by_role("textbox", name="Program", exact=True)


def open_dialog(whygrad: WhygradPage) -> Locator:
    """The dialog in which a document is opened."""
    whygrad.button("Open a document").click()
    return whygrad.page.get_by_role("dialog", name="Open a document")


def test_an_edited_program_runs_after_a_pause(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    program(whygrad).fill("y = Affine(x, W, b)\nz = Relu(y)")
    expect(whygrad.node("z").first).to_be_visible()
    assert whygrad.steps() == 8


def test_control_enter_runs_it_at_once_and_enter_makes_a_line(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    program(whygrad).press("ControlOrMeta+End")
    program(whygrad).press("Enter")
    whygrad.page.keyboard.type("z = Relu(y)")
    program(whygrad).press("Control+Enter")
    expect(whygrad.node("z").first).to_be_visible()


def test_a_mistake_is_shown_at_its_line_and_the_last_good_run_stays(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    editor = program(whygrad)
    editor.fill("y = Affine(x, W, b)\nz = Rellu(y)")
    expect(editor).to_have_attribute("aria-invalid", "true")
    problem = whygrad.region("Network").get_by_role("alert")
    expect(problem).to_contain_text("Line 2, column 5: Rellu")
    described_by = editor.get_attribute("aria-describedby")
    assert described_by == problem.get_attribute("id")
    expect(whygrad.node("y").first).to_be_visible()
    expect(editor).to_have_value("y = Affine(x, W, b)\nz = Rellu(y)")
    editor.fill("y = Affine(x, W, b)\nz = Relu(y)")
    expect(problem).to_be_hidden()
    expect(editor).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_the_editor_is_left_with_the_keyboard(whygrad: WhygradPage, key: str) -> None:
    whygrad.open("L08")
    program(whygrad).focus()
    whygrad.page.keyboard.press(key)
    expect(program(whygrad)).not_to_be_focused()


def test_the_line_of_the_active_step_is_marked(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    lines = whygrad.region("Network").get_by_role("button", name="Inspect line")
    whygrad.go(2)
    expect(lines.nth(1)).to_have_attribute("aria-current", "step")
    whygrad.go(4)
    expect(lines.nth(2)).to_have_attribute("aria-current", "step")
    expect(lines.nth(1)).not_to_have_attribute("aria-current", "step")


def test_the_number_of_a_line_selects_what_it_assigns(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.button("Inspect line 2").click()
    heading = whygrad.region("Inspector").get_by_role("heading", level=3)
    expect(heading).to_have_text("Z1: the value Relu makes")


def test_a_pasted_document_opens(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    dialog = open_dialog(whygrad)
    dialog.get_by_role("textbox").fill(json.dumps(BRANCH))
    dialog.get_by_role("button", name="Open", exact=True).click()
    expect(whygrad.node("p").first).to_be_visible()
    expect(dialog).to_be_hidden()


def test_a_document_opens_from_a_file_and_is_saved_to_one(
    whygrad: WhygradPage, tmp_path: Path
) -> None:
    whygrad.open("L08")
    file = tmp_path / "mine.whygrad.json"
    file.write_text(json.dumps(BRANCH), encoding="utf-8")
    open_dialog(whygrad).locator('input[type="file"]').set_input_files(file)
    expect(whygrad.node("p").first).to_be_visible()
    with whygrad.page.expect_download() as download:
        whygrad.button("Save").click()
    assert download.value.suggested_filename == "Mine.whygrad.json"
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8")) == BRANCH


def test_what_is_no_json_says_so_and_is_not_lost(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    dialog = open_dialog(whygrad)
    text = dialog.get_by_role("textbox")
    text.fill('{"format": 1, nope')
    dialog.get_by_role("button", name="Open", exact=True).click()
    expect(dialog.get_by_role("alert")).to_contain_text("no JSON")
    expect(text).to_have_value('{"format": 1, nope')
    dialog.get_by_role("button", name="Cancel", exact=True).click()
    expect(whygrad.node("y.dot").first).to_be_visible()
