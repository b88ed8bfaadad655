"""What Lighthouse says of the site: the first page, a record and a source, as it measures a phone.

Install it first: npm install --no-save --prefix .lighthouse lighthouse. It uses the Chromium of the system.
"""

import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / ".lighthouse" / "node_modules" / ".bin" / "lighthouse"
CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync"
PAGES = (
    "index.html",
    "agreements/abraham-accords.html",
    "sources/2025-11-06-kazakhstan-to-join.html",
    "standing.html",
    "timeline.html",
    "tables/evidence.html",
)
CATEGORIES = ("performance", "accessibility", "best-practices")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def scores(address: str, out: Path) -> dict[str, int]:
    """Return the score of the page at `address` in each category, of 100."""
    options = [f"--only-categories={','.join(CATEGORIES)}", "--output=json", f"--output-path={out}", "--quiet"]
    command = [PROGRAM, address, *options, f"--chrome-flags={FLAGS} --user-data-dir={out.parent / 'profile'}"]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": CHROMIUM})
    told = json.loads(out.read_text(encoding="utf-8"))["categories"]
    return {name: round(told[name]["score"] * 100) for name in CATEGORIES}


def main() -> None:
    """Build the site, serve it, and print the scores."""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        program = Path(sys.executable).parent / "accords"
        subprocess.run([program, "site", ROOT / "exports", "--out", site, "--quiet"], check=True)
        handler = functools.partial(Quiet, directory=str(site))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for page in PAGES:
                print(page, scores(f"http://127.0.0.1:{server.server_port}/{page}", Path(place) / "told.json"))
            server.shutdown()


if __name__ == "__main__":
    main()
