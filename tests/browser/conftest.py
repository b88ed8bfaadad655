"""A browser, and the site in a folder and on a host."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM, FLAGS, ROOT, Quiet
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from accords_data.release import build as release_build
from accords_data.seeds import dataset
from accords_data.site import build, collection
from accords_data.verify import diff


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the committed release, as a folder, with what changed since the article alone."""
    place = tmp_path_factory.mktemp("site")
    alone = dataset.load(ROOT / "tests" / "seed_alone")
    for name, content in release_build.build(alone, release_build.unreleased(alone)).files.items():
        (place / "former" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "former" / name).write_bytes(content)
    difference = diff.compare(place / "former", ROOT / "exports")
    build.write(place / "site", collection.read(ROOT / "exports"), difference, lambda: None)
    return place / "site"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM.exists(), "no browser; install it with: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, chromium_sandbox=False)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def host(folder: Path) -> Iterator[str]:
    """The address of a static host of the site."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(600_000)  # milliseconds: only against waiting for ever
    yield made
    made.close()
