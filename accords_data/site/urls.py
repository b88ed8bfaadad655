"""Where each page is, relative to the site. Ids are checked slugs or codes: `collection` lets no other in."""

from accords_data.model.records import PLURALS

RELEASE = "release"
"""The folder of the site that holds the release itself, to download."""
ELSEWHERE = ("regions", "set_aside")
"""Lists of a source that are shown in its text."""


def record(kind: str, name: str) -> str:
    """Return the address of the page of a record."""
    return f"{PLURALS[kind]}/{name}.html"


def cell(kind: str, name: str, cell_address: str) -> str:
    """Return the address of a cell on the page of its record; of the page where it has no place of its own there."""
    part = cell_address.split("/")[1]
    if part == "id" or (kind == "source" and part in ELSEWHERE):
        return record(kind, name)
    return f"{record(kind, name)}#{cell_address[1:].replace('/', '.')}"


def anchor(start: int, end: int) -> str:
    """Return the id, on a source's page, of the words from `start` to `end`."""
    return f"c{start}-{end}"


def passage(source: str, start: int, end: int) -> str:
    """Return the address of words inside their source."""
    return f"{record('source', source)}#{anchor(start, end)}"


def register(kind: str, number: int = 1) -> str:
    """Return the address of the list of all records of `kind`, or of a later page of it."""
    return f"{PLURALS[kind]}/index.html" if number == 1 else f"{PLURALS[kind]}/page-{number}.html"


def table(name: str) -> str:
    """Return the address of the page of a table."""
    return f"tables/{name}.html"


def root(address: str) -> str:
    """Return the way from the page at `address` up to the site: empty, or ``../``."""
    return "../" * address.count("/")
