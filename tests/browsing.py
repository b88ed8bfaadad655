"""Pages as a browser opens them, watched for everything that they should not do."""

import http.server
from pathlib import Path

import attrs
from playwright.sync_api import BrowserContext, Dialog, Page

ROOT = Path(__file__).parent.parent


SHOTS = ROOT / "docs" / "site"


CHROMIUM = Path("/usr/bin/chromium")


FLAGS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


ARTICLE = "sources/2025-11-06-kazakhstan-to-join.html"


RECORD = "agreements/abraham-accords-declaration.html"


KINDS = {
    "home": "index.html",
    "record": RECORD,
    "person": "leaders/kassym-jomart-tokayev.html",
    "country": "countries/ISR.html",
    "meeting": "meetings/2025-11-06-white-house.html",
    "source": ARTICLE,
    "list": "sources/index.html",
    "tables": "tables.html",
    "table": "tables/evidence.html",
    "timeline": "timeline.html",
    "standing": "standing.html",
    "network": "network.html",
    "search": "search.html#q=Tokayev",
    "dictionary": "dictionary.html",
    "changes": "changes.html",
    "changed": "leaders/donald-trump.html",
}
"""A page of each kind."""


HOSTILE = "x<script>document.title='run'</script>'\"><img src=x onerror=\"document.title='run'\">javascript:alert(1)"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@attrs.define
class Watched:
    """A page, and everything that it should not have done."""

    page: Page
    wrong: list[str] = attrs.field(factory=list)

    @classmethod
    def of(cls, context: BrowserContext, origin: str) -> "Watched":
        watched = cls(context.new_page())

        def asked(told: Dialog) -> None:
            watched.wrong.append(f"dialog: {told.message}")
            told.dismiss()

        watched.page.on("console", lambda told: watched.wrong.append(f"console: {told.text}"))
        watched.page.on("pageerror", lambda told: watched.wrong.append(f"error: {told}"))
        watched.page.on("dialog", asked)
        watched.page.on("request", lambda told: watched.requested(told.url, origin))
        return watched

    def requested(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:")):
            self.wrong.append(f"request: {url}")


def opened(context: BrowserContext, folder: Path, place: str) -> Page:
    page = context.new_page()
    page.goto(f"{folder.as_uri()}/{place}")
    return page


def chosen(page: Page) -> str:
    """The words that are highlighted as those that the address names."""
    return str(page.evaluate("[...document.querySelectorAll('mark.chosen')].map((each) => each.textContent).join('')"))
