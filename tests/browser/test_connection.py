"""A connection that is lost and comes back, a page that is loaded again, a page beside another."""

from __future__ import annotations

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.watch import Watch

# What a browser says of a server that is not there.
REFUSED = "WebSocket connection to|ERR_CONNECTION_REFUSED|socket error"


def expect_lost(whygrad: WhygradPage) -> None:
    expect(whygrad.page.get_by_role("alert").filter(has_text="connection is lost")).to_be_visible()


def expect_found(whygrad: WhygradPage) -> None:
    alert = whygrad.page.get_by_role("alert").filter(has_text="connection is lost")
    expect(alert).to_have_count(0, timeout=20_000)


def test_edits_made_while_the_server_is_away_arrive_when_it_is_back(
    whygrad_alone: WhygradPage, own_server: Served
) -> None:
    whygrad = whygrad_alone
    whygrad.watch.allow(REFUSED)
    whygrad.open("L08")
    whygrad.type_over("x", (0,), "5")
    whygrad.go_last()
    whygrad.expect_number("value", "y", (0,), 14.0, region="Graph")
    own_server.stop()
    expect_lost(whygrad)
    # All that is here can still be looked at, and what is typed is kept.
    whygrad.go(2)
    whygrad.type_over("W", (0, 0), "10")
    whygrad.type_over("b", (1,), "-1")
    whygrad.expect_number("value", "W", (0, 0), 10.0, region="Values")
    assert whygrad.number("value", "W", (0, 0), region="Graph") == 1.0
    own_server.start()
    expect_found(whygrad)
    whygrad.expect_number("value", "y", (0,), 59.0, region="Graph")
    whygrad.expect_number("value", "y", (1,), 19.0, region="Graph")
    whygrad.expect_step(2)
    for _ in range(2):
        whygrad.press("ControlOrMeta+z")
    whygrad.expect_number("value", "y", (0,), 14.0, region="Graph")


def test_a_page_whose_socket_drops_finds_its_session_again(page: Page, server: Served) -> None:
    sockets: list[WebSocketRoute] = []
    asked: list[str] = []

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        asked.append(socket.url)
        socket.connect_to_server()

    page.route_web_socket(lambda url: "/ws" in url, through)
    whygrad = WhygradPage(page, server.address, Watch(page, server.address)).open("L08")
    whygrad.type_over("x", (0,), "5")
    whygrad.go(2)
    whygrad.expect_number("value", "y", (0,), 14.0, region="Graph")
    sockets[-1].close()
    expect_lost(whygrad)
    whygrad.type_over("x", (1,), "0")
    expect_found(whygrad)
    whygrad.expect_number("value", "y", (0,), 6.0, region="Graph")
    assert "session=" in asked[-1]
    whygrad.expect_step(2)
    assert not whygrad.watch.troubles


def test_a_page_that_is_loaded_again_keeps_what_was_edited(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.type_over("W", (0, 1), "20")
    whygrad.expect_number("value", "W", (0, 1), 20.0, region="Graph")
    whygrad.page.reload()
    whygrad.wait_ready()
    whygrad.expect_number("value", "W", (0, 1), 20.0, region="Values")
    whygrad.go_last()
    assert whygrad.number("gradient", "x", (0,), region="Graph") == 38.0


def test_two_pages_do_not_disturb_each_other(whygrad: WhygradPage, server: Served) -> None:
    whygrad.open("L08")
    whygrad.type_over("x", (0,), "5")
    second = whygrad.page.context.new_page()
    other = WhygradPage(second, server.address, Watch(second, server.address)).open("L04")
    other.type_over("x", (), "7")
    other.expect_number("value", "x", (), 7.0, region="Graph")
    whygrad.go(2)
    whygrad.expect_number("value", "y", (0,), 14.0, region="Graph")
    expect(other.node("p")).to_be_visible()
    assert not other.watch.troubles
