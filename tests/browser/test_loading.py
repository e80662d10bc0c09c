from __future__ import annotations

from tests.browser.page import WhygradPage

LOADED = """() => {
  const named = new Set([...document.querySelectorAll('link[rel="modulepreload"]')]
    .map((link) => link.href));
  const names = performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => name.endsWith(".js"));
  const later = names.findIndex((name) => name.endsWith("/later.js"));
  return names.slice(0, later < 0 ? names.length : later)
    .map((name) => [name.replace(/.*\\/edition-\\w+\\//, ""), named.has(name)]);
}"""


# The words of one language, whichever it is, and what the worker loads for itself.
ELSEWHERE = ("strings/en", "layout/")


def test_every_module_the_page_starts_with_is_named_in_it(whygrad: WhygradPage) -> None:
    loaded = dict(whygrad.open().page.evaluate(LOADED))
    assert loaded["main.js"]
    assert loaded["views/graph.js"]
    assert loaded["layout/client.js"]
    late = {path for path, named in loaded.items() if not named}
    assert "layout/worker.js" in late
    assert not {path for path in late if not path.startswith(ELSEWHERE)}
