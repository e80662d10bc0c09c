"""The page in Chinese and Japanese, as the browser prefers or as chosen; the digits of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PROJECTOR, WITHIN
from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.watch import Watch

AXE = Axe()

# What the page says, in each language: its tag, the choice of the language, L08, its first step,
# the code of that step, a program with too small a bias, and one without an end.
SAID = {
    "en": {
        "locale": "en-GB",
        "language": "Language",
        "digits": "Significant digits of the numbers",
        "title": "Why W transposed: follow one nudge",
        "question": "Which ROW of W did you read?",
        "step": "dot multiplies x (2,) by W (2, 3): y.dot (3,).",
        "bias": "Affine: b must have one number an output: W is (2, 3), b is (2,)",
        "open": "program: '(' was never closed",
        "doc": "The matrix product: a row of a times a column of b",
        "zero": "It is exactly zero.",
    },
    "zh-CN": {
        "locale": "zh-CN",
        "language": "语言",
        "digits": "数字的有效位数",
        "title": "为什么是W的转置：跟着一点变动走",
        "question": "你读的是W的哪一行？",
        "step": "dot把x (2,)与W (2, 3)做矩阵乘法，得到y.dot (3,)。",
        "bias": "Affine：b必须对每个输出有一个数：W是(2, 3)，b是(2,)",
        "open": "程序：'('没有闭合",
        "doc": "矩阵乘积：每个元素由a的一行与b的一列相乘再相加得到。",
        "zero": "它正好是0。",
    },
    "ja": {
        "locale": "ja-JP",
        "language": "言語",
        "digits": "数値の有効桁数",
        "title": "なぜWの転置か：少し動かして追いかける",
        "question": "読んだのはWのどの「行」ですか。",
        "step": "dotはx (2,)とW (2, 3)の行列の積y.dot (3,)を求めます。",
        "bias": "Affine：bには出力ごとに数がひとつ必要です：Wは(2, 3)、bは(2,)です",
        "open": "プログラム：'('が閉じられていません",
        "doc": "行列の積：要素ごとに、aの行とbの列を掛けて足し合わせます。",
        "zero": "ちょうど0です。",
    },
}
TAGS = list(SAID)


@pytest.fixture
def abroad(browser: Browser, server: Served) -> Iterator[Callable[[str], WhygradPage]]:
    """Pages of browsers whose user prefers a language; their troubles fail the test."""
    opened: list[WhygradPage] = []

    def page(locale: str) -> WhygradPage:
        context = browser.new_context(viewport=PROJECTOR, locale=locale, color_scheme="light")
        context.set_default_timeout(WITHIN)
        opened.append(_watched(context.new_page(), server))
        return opened[-1]

    yield page
    for whygrad in opened:
        whygrad.page.context.close()
        assert not whygrad.watch.troubles, "\n".join(whygrad.watch.troubles)


def _watched(page: Page, server: Served) -> WhygradPage:
    return WhygradPage(page, server.address, Watch(page, server.address))


def narration(whygrad: WhygradPage) -> Locator:
    """The one line on top."""
    return whygrad.page.locator("#narration [aria-live]")


def spoken(whygrad: WhygradPage) -> Locator:
    """The page in the language it says it has."""
    return whygrad.page.locator("html")


def choose(whygrad: WhygradPage, now: str, then: str, own_name: str) -> None:
    """Chooses a language by its own name, and waits until the page is there in it."""
    with whygrad.page.expect_navigation():
        whygrad.page.get_by_role("combobox", name=SAID[now]["language"], exact=True).select_option(
            label=own_name
        )
    whygrad.wait_ready()
    expect(spoken(whygrad)).to_have_attribute("lang", then)


@pytest.mark.parametrize("tag", TAGS)
def test_the_page_speaks_the_language_of_the_browser(
    abroad: Callable[[str], WhygradPage], tag: str
) -> None:
    said = SAID[tag]
    whygrad = abroad(said["locale"]).open_as_it_is("L08")
    expect(spoken(whygrad)).to_have_attribute("lang", tag)
    expect(whygrad.page.locator("#documents-button")).to_contain_text(said["title"])
    expect(whygrad.page.get_by_role("heading", name=said["title"], exact=True)).to_be_visible()
    expect(narration(whygrad)).to_contain_text(said["question"])
    whygrad.press("Home")
    whygrad.press("ArrowRight")
    expect(narration(whygrad)).to_have_text(said["step"])


def test_a_language_that_the_page_lacks_is_english(abroad: Callable[[str], WhygradPage]) -> None:
    whygrad = abroad("fr-FR").open("L08")
    expect(spoken(whygrad)).to_have_attribute("lang", "en")


@pytest.mark.parametrize("tag", TAGS)
def test_only_the_words_of_one_language_are_loaded(
    abroad: Callable[[str], WhygradPage], tag: str
) -> None:
    whygrad = abroad(SAID[tag]["locale"])
    asked: list[str] = []
    whygrad.page.on("request", lambda request: asked.append(request.url))
    whygrad.open_as_it_is("L08")
    tables = {found[1] for url in asked if (found := re.search(r"/strings/(en|zh|ja)\b", url))}
    assert tables == {tag[:2]}


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_wrong_is_said_in_the_language_of_the_page(
    abroad: Callable[[str], WhygradPage], tag: str
) -> None:
    said = SAID[tag]
    whygrad = abroad(said["locale"]).open_as_it_is("L08")
    program = whygrad.page.locator("#network").get_by_role("textbox")
    problem = whygrad.page.locator("#network").get_by_role("alert")
    for text, complaint in (("y = Affine(x, W, x)", "bias"), ("y = Affine(x, W, b", "open")):
        program.fill(text)
        program.press("ControlOrMeta+Enter")
        expect(problem).to_contain_text(said[complaint])


@pytest.mark.parametrize("tag", TAGS)
def test_the_inspector_says_what_an_op_does_in_the_language_of_the_page(
    abroad: Callable[[str], WhygradPage], tag: str
) -> None:
    whygrad = abroad(SAID[tag]["locale"]).open_as_it_is("L08")
    whygrad.page.locator("#inspector-panel .panel__fold").click()
    whygrad.press("Home")
    whygrad.press("ArrowRight")
    expect(whygrad.page.locator("#inspector")).to_contain_text(SAID[tag]["doc"])


@pytest.mark.parametrize("tag", TAGS)
def test_a_gradient_of_zeros_is_said_in_the_language_of_the_page(
    abroad: Callable[[str], WhygradPage], tag: str
) -> None:
    whygrad = abroad(SAID[tag]["locale"]).open_as_it_is("L22")
    whygrad.press("End")
    expect(narration(whygrad)).to_contain_text(SAID[tag]["zero"])


def test_the_language_is_chosen_in_the_bar_and_kept(whygrad: WhygradPage, server: Served) -> None:
    whygrad.open("L08")
    choose(whygrad, "en", "ja", "日本語")
    choose(whygrad, "ja", "zh-CN", "简体中文")
    whygrad.page.reload()
    whygrad.wait_ready()
    expect(spoken(whygrad)).to_have_attribute("lang", "zh-CN")
    other = _watched(whygrad.page.context.new_page(), server).open_as_it_is("L04")
    expect(spoken(other)).to_have_attribute("lang", "zh-CN")
    choose(whygrad, "zh-CN", "en", "English")
    expect(whygrad.next).to_be_visible()


def test_another_language_finds_the_page_where_it_was(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.type_over("W1", (0, 0), "7")
    whygrad.expect_number("value", "W1", (0, 0), 7.0, region="Graph")
    whygrad.go(9)
    whygrad.cell("value", "W1", (0, 1), region="Graph").click()
    whygrad.program.fill("A1 = Affine(X, W1, b1")
    whygrad.program.press("ControlOrMeta+Enter")
    expect(whygrad.region("Network").get_by_role("alert")).to_contain_text("was never closed")
    opened = whygrad.page.locator("#explain")
    expect(opened).to_be_visible()
    choose(whygrad, "en", "ja", "日本語")
    assert whygrad.page.locator("#timeline input[type=range]").input_value() == "9"
    expect(opened).to_contain_text("W1[0,1]")
    expect(opened).to_contain_text("どこへ行くか")
    network = whygrad.page.locator("#network")
    expect(network.get_by_role("textbox")).to_have_value("A1 = Affine(X, W1, b1")
    expect(network.get_by_role("alert")).to_contain_text(SAID["ja"]["open"])
    assert whygrad.number("value", "W1", (0, 0)) == 7.0
    undo = whygrad.page.get_by_role("button", name="元に戻す", exact=True)
    expect(undo).to_have_attribute("aria-disabled", "false")


def test_a_number_that_is_not_one_yet_is_not_lost_to_another_language(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.edit("x", (0,), "0,5")
    expect(whygrad.region("Values").get_by_role("alert")).to_be_visible()
    language = whygrad.page.get_by_role("combobox", name="Language", exact=True)
    language.select_option(label="日本語")
    expect(language).to_have_value("en")
    expect(whygrad.editor).to_be_focused()
    expect(whygrad.editor).to_have_value("0,5")


@pytest.mark.parametrize("tag", ["zh-CN", "ja"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_another_language(
    abroad: Callable[[str], WhygradPage], tag: str, scheme: str
) -> None:
    whygrad = abroad(SAID[tag]["locale"])
    whygrad.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    whygrad.open_as_it_is("L19")
    whygrad.press("End")
    whygrad.page.locator("#inspector-panel .panel__fold").click()
    serious = [
        violation
        for violation in AXE.run(whygrad.page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert not serious, serious


def test_the_digits_are_those_that_are_chosen_everywhere_and_kept(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    loss = whygrad.number("value", "L", (), region="Graph")
    shown = whygrad.cell("value", "L", (), region="Graph")
    expect(shown).to_have_text(f"{loss:.3g}")
    digits = whygrad.page.get_by_role("combobox", name=SAID["en"]["digits"])
    for count in (5, 2):
        digits.select_option(label=f"{count} digits")
        expect(shown).to_have_text(f"{loss:.{count}g}")
        assert whygrad.number("value", "L", (), region="Graph") == loss
    digits.select_option("6")
    whygrad.page.reload()
    whygrad.wait_ready()
    expect(digits).to_have_value("6")
    expect(shown).to_have_text(f"{loss:.6g}")


def test_numbers_that_become_longer_stay_inside_their_cells(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.page.get_by_role("combobox", name=SAID["en"]["digits"]).select_option("6")
    cells = whygrad.region("Graph").locator('.card [role="gridcell"]:visible')
    expect(whygrad.cell("gradient", "X", (1, 0), region="Graph")).to_have_text(
        re.compile(r"^0\.\d{6}$")
    )
    clipped = cells.evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1)"
        ".map(cell => `${cell.dataset.name}${cell.dataset.index}: ${cell.textContent}`)"
    )
    assert not clipped
