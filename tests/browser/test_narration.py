"""What the line on top says of a step, and the code beside it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from backprop_core.lessons import find_lesson
from tests.browser.page import WhygradPage

ZERO = {"format": 1, "title": "Zero", "program": "y = x * z", "values": {"x": 3, "z": 0}}
LIT = [
    (4, "out = -(hot * self.log_y).sum() / self.N"),
    (5, "dx = dout * (y - self.t) / self.N"),
    (7, "self.dW = np.dot(self.x.T, dout)"),
    (8, "dx = np.dot(dout, self.W.T)"),
    (9, "dx = np.where(self.mask, dout, 0.0)"),
    (12, "dx = np.dot(dout, self.W.T)"),
]


def test_the_question_of_the_lesson_stands_on_top_before_the_first_step(
    whygrad: WhygradPage,
) -> None:
    whygrad.open()
    expect(whygrad.narration).to_have_text(find_lesson("L08")["question"])
    expect(whygrad.next).to_be_in_viewport()


@pytest.mark.parametrize(
    ("step", "parts"),
    [
        (1, ["Affine", "X (4, 2)", "W1 (2, 3)", "b1 (3,)", "A1 (4, 3)"]),
        (2, ["Relu", "A1 (4, 3)", "Z1 (4, 3)"]),
        (4, ["L = 0.706"]),
        (5, ["1 enters at L", "∂L/∂A2", "to A2", "shape (4, 2)"]),
        (11, ["Affine", "∂L/∂W1", "to W1", "shape (2, 3)"]),
    ],
    ids=["Affine", "Relu", "loss", "turn", "message"],
)
def test_a_step_is_told_with_its_op_and_the_shapes(
    whygrad: WhygradPage, step: int, parts: list[str]
) -> None:
    whygrad.open("L19")
    whygrad.go(step)
    for part in parts:
        expect(whygrad.narration).to_contain_text(part)


def test_the_narration_is_spoken_politely_and_whole(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    expect(whygrad.narration).to_have_attribute("aria-live", "polite")
    expect(whygrad.narration).to_have_attribute("aria-atomic", "true")
    line = whygrad.narration.element_handle()
    whygrad.go(3)
    # The same element, so that a screen reader sees it change.
    assert whygrad.narration.evaluate("(now, then) => now === then", line)


def test_a_message_that_is_exactly_zero_is_said_to_be(whygrad: WhygradPage) -> None:
    whygrad.open()
    whygrad.paste(ZERO)
    whygrad.go(3)
    expect(whygrad.narration).to_contain_text("to x")
    expect(whygrad.narration).to_contain_text("exactly zero")


def test_the_line_of_the_code_that_does_the_step_stands_beside_it(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    code = whygrad.page.get_by_role("code")
    for step, line in LIT:
        whygrad.go(step)
        expect(code.filter(has_text=line)).to_be_visible()
        expect(code).to_have_count(1)


def test_the_whole_code_of_the_layer_is_shown_with_that_line_lit(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(12)
    inspector = whygrad.open_inspector()
    code = inspector.get_by_role("tabpanel", name="backward")
    expect(code).to_contain_text("def backward(self, dout):")
    expect(code.locator('[aria-current="true"]')).to_have_text(
        re.compile(r"^\s*dx = np\.dot\(dout, self\.W\.T\)$")
    )
    inspector.get_by_role("tab", name="forward").click()
    forward = inspector.get_by_role("tabpanel", name="forward")
    expect(forward).to_contain_text("out = np.dot(x, self.W) + self.b")
    expect(forward.locator('[aria-current="true"]')).to_have_count(0)


def test_what_the_step_lights_in_the_program_is_its_line(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    for step, line in ((1, 1), (2, 2), (4, 4), (5, 4), (9, 2), (12, 1)):
        whygrad.go(step)
        current = whygrad.region("Network").locator('[aria-current="step"]')
        expect(current).to_have_accessible_name(f"Inspect line {line}")
