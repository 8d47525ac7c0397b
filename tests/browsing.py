"""A real browser, driven as a person would: Debian's Chromium through its own ChromeDriver.

Selenium is the standard's (W3C WebDriver) own client, and Debian builds browser and driver from one
source, so no version of the one can outgrow the other. What WebDriver has no words for (the media
of a page, its size) is said in Chromium's own.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

FLAGS = (
    "--headless=new",
    "--no-sandbox",  # CI is root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    # It is to ask for nothing but the page.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


class View(NamedTuple):
    """How a reader looks at a page."""

    name: str
    width: int = 1280
    """In CSS pixels."""
    height: int = 900
    media: Literal["screen", "print"] = "screen"
    scheme: Literal["light", "dark"] = "light"
    text: int = 100
    """The size of text, in per cent of what the page asks for."""
    spacing: bool = False
    """With the distances that readers may set (WCAG 2.1, 1.4.12)."""


DESKTOP = View("desktop")
NARROW = View("narrow", 320, 640)
DARK = View("dark", scheme="dark")
PRINT = View("print", 794, 1123, media="print")
LARGE = View("text twice as large", text=200)
SPACED = View("text spacing", spacing=True)
SPACED_NARROW = View("text spacing, narrow", 320, 640, spacing=True)

SPACING = """
const style = document.createElement("style");
style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;
document.head.append(style);
"""


class Browser:
    """One tab."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self._driver = driver

    @property
    def version(self) -> str:
        return str(self._driver.capabilities["browserVersion"])

    def open(self, page: Path, view: View = DESKTOP) -> None:
        """Load a page anew, as it looks in a view; nothing on it moves by itself."""
        features = {"prefers-color-scheme": view.scheme, "prefers-reduced-motion": "reduce"}
        self._say("Emulation.setDeviceMetricsOverride", width=view.width, height=view.height, deviceScaleFactor=1, mobile=False)  # fmt: skip
        self._say(
            "Emulation.setEmulatedMedia",
            media=view.media,
            features=[{"name": name, "value": value} for name, value in features.items()],
        )
        size = 16 * view.text // 100
        self._say("Page.setFontSizes", fontSizes={"standard": size, "fixed": size})
        self._driver.get("about:blank")  # a page that only gets another hash is not loaded
        self._driver.get(page.resolve().as_uri())
        if view.spacing:
            self.run(SPACING)

    def run(self, script: str, *arguments: object) -> Any:
        """Return what a script in the page returns."""
        return self._driver.execute_script(script, *arguments)

    def wait_for(self, script: str, *arguments: object) -> Any:
        """Return what a script gives to the function that is its last argument."""
        return self._driver.execute_async_script(script, *arguments)

    def printed(self) -> bytes:
        """Return the page as the browser prints it, without a header and a footer of its own."""
        self._say("Emulation.setEmulatedMedia", media="")
        made = self._driver.execute_cdp_cmd(
            "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
        )
        return base64.b64decode(made["data"])

    def complaints(self) -> list[str]:
        """Return what the browser has said in its console since it was last asked."""
        return [str(entry["message"]) for entry in self._driver.get_log("browser")]

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        ActionChains(self._driver, duration=0).send_keys(*keys).perform()

    def press_with_shift(self, key: str) -> None:
        ActionChains(self._driver, duration=0).key_down(Keys.SHIFT).send_keys(key).key_up(
            Keys.SHIFT
        ).perform()

    def _say(self, command: str, **parameters: object) -> None:
        self._driver.execute_cdp_cmd(command, parameters)


@contextmanager
def open_browser(chromium: str, driver: str, profile: Path) -> Iterator[Browser]:
    """Start a browser that ends with the block.

    Args:
        chromium: The path of the browser.
        driver: The path of its ChromeDriver.
        profile: An empty folder.
    """
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    started = webdriver.Chrome(options=options, service=Service(driver))
    try:
        started.set_script_timeout(120)
        yield Browser(started)
    finally:
        started.quit()
