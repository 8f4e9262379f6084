"""What the browser tests share: the real Chromium of the machine, and one demo world that nobody changes."""
import pathlib
import sys

import pytest
from playwright.sync_api import sync_playwright

sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parent.parent)]

from house import House  # noqa: E402


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo():
    """The demo world, to be read by everyone and changed by nobody."""
    with House("demo") as house:
        yield house
