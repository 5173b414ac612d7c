"""The pages in a real browser: what a journalist does, by mouse, by keyboard and on a phone."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
CHROMIUM = "/usr/bin/chromium"
IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
# Keep the pictures of the docs: TRICHTIN_SCREENSHOTS=1 make test
SCREENSHOTS = bool(os.environ.get("TRICHTIN_SCREENSHOTS"))


@pytest.fixture(scope="module")
def server(facts_db):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "trichtin", "serve", str(facts_db), "--port", str(port)])
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser, server):
    """A page that fails the test for a script's error or a request that leaves the machine."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, base_url=server, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((server, "data:")) else wrong.append(request.url))
    yield page
    context.close()
    assert not wrong


def picture(page, name):
    if SCREENSHOTS:
        IMAGES.mkdir(exist_ok=True)
        page.screenshot(path=IMAGES / f"{name}.png")


def test_search_without_tone_marks_filter_open_land_and_export(tab):
    tab.goto("/")
    picture(tab, "serve-start")
    tab.get_by_label("Tìm trong các sự kiện").fill("giao vien")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**q=giao*")
    assert "giáo viên" in tab.locator("mark").first.inner_text().lower()
    tab.get_by_role("navigation", name="Loại").get_by_role("link", name="Con số").click()
    tab.wait_for_url("**kind=figure*")
    tab.get_by_role("group", name="Giá trị").get_by_label("từ").fill("10")  # filters stay open where one is in use
    tab.get_by_role("button", name="Lọc kết quả").click()
    tab.wait_for_url("**min_value=10*")
    assert tab.locator(".card.figure").count() and not tab.locator(".card.quote").count()
    picture(tab, "serve-search")
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "trichtin.csv"
    first = tab.locator(".card").first
    said = first.locator(".own").first.inner_text()
    first.locator("cite a").click()
    tab.wait_for_url("**/article?*")
    current = tab.locator("article .current")
    assert said in current.first.inner_text()
    assert tab.evaluate("() => { const r = document.querySelector('article .current').getBoundingClientRect();"
                        " return r.top >= 0 && r.bottom <= innerHeight }"), "the sentence is in view"  # fmt: skip
    picture(tab, "serve-article")
    assert current.first.get_attribute("href").startswith("#l")
    current.first.click()
    assert tab.locator(f"li{current.first.get_attribute('href')}").is_visible()


def test_a_person_and_a_figure(tab):
    tab.goto("/?kind=quote")
    tab.locator(".card .who a").first.click()
    tab.wait_for_url("**/person?*")
    assert tab.locator(".card.quote").count()
    picture(tab, "serve-person")
    tab.goto("/?kind=figure&q=học+sinh")
    tab.get_by_role("link", name="So với bài khác").first.click()
    tab.wait_for_url("**/figure?*")
    assert tab.locator("h1").inner_text()


def test_the_citation_is_copied(tab):
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto("/?q=giao+vien")
    tab.locator(".cite summary").first.click()
    tab.locator(".copy").first.click()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“") and "https://bao" in copied
    assert tab.locator(".copy").first.inner_text() == "Đã chép"


def test_by_keyboard_alone(tab):
    tab.goto("/?kind=date")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "q"
    tab.keyboard.type("hoc sinh")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**q=hoc*")


def test_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()
    page.goto("/?q=giao+vien")
    page.locator(".card cite a").first.click()
    assert page.locator("article .current").count() and page.locator("article .near").count()
    assert not page.locator("button.copy").first.is_visible()
    context.close()


def test_nothing_hostile_runs(tab):
    for path in ("/?q=giáo+viên+thiếu", "/article?id=%3Chostile%3E%26%22%27", '/?q="><script>window.hurt=7</script>'):
        tab.goto(path)
        assert tab.evaluate("window.hurt") is None
        assert tab.evaluate("getComputedStyle(document.body).display") != "none"
        for name in tab.locator("img").all():
            raise AssertionError(f"an image of the text: {name}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_fault_of_accessibility(browser, server, facts_db, scheme):
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page, which its policy forbids to everybody else.
    context = browser.new_context(base_url=server, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto("/?kind=quote")
    person = page.locator(".card .who a").first.get_attribute("href")
    page.goto("/?kind=figure&q=học")
    figure = page.get_by_role("link", name="So với bài khác").first.get_attribute("href")
    article = page.locator(".card cite a").first.get_attribute("href")
    for path in ("/", "/?q=giao+vien&kind=figure", person, figure, article, "/article?id=none"):
        page.goto(path)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{path} {scheme}\n{found.generate_report()}"
    context.close()


def test_on_a_phone_nothing_is_wider_than_the_screen(browser, server):
    context = browser.new_context(
        base_url=server, viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True
    )
    page = context.new_page()
    page.goto("/?kind=quote")
    person = page.locator(".card .who a").first.get_attribute("href")
    article = page.locator(".card cite a").first.get_attribute("href")
    for path in ("/", "/?q=giao+vien", person, article):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        if path == "/?q=giao+vien":
            picture(page, "serve-phone")
    context.close()


def test_the_first_page_comes_quickly(tab):
    tab.goto("/")
    started = time.monotonic()
    tab.goto("/?q=giao+vien")
    assert time.monotonic() - started < 3
