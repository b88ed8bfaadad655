"""Templates and assets: what every page has in common, compiled once."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from accords_data.model.records import PLURALS
from accords_data.release.manifest import Manifest
from accords_data.site import titles, urls
from accords_data.verify import diff_text

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)
"""What a page may load: its own scripts and style, nothing inline, nothing from elsewhere."""
SECTIONS = {
    "index.html": "Home",
    "timeline.html": "Timeline",
    "standing.html": "Status",
    "network.html": "Network",
    "search.html": "Search",
    "tables.html": "Tables",
    "dictionary.html": "Dictionary",
    "changes.html": "What changed",
}
"""The pages that every page links to."""
PARTS = "parts.html"
"""The template with what many pages have alike."""


@attrs.frozen
class Press:
    """Makes pages of templates."""

    environment: "Environment"
    edition: str
    navigations: dict[tuple[str, str | None], str] = attrs.field(factory=dict)
    """The links to the sections, by the way up to the site and the section that the page is: most pages share one."""

    def page(self, template: str, address: str, title: str, **context: Any) -> bytes:  # noqa: ANN401 - any value
        """Return the page at `address` that `template` makes of `context`."""
        root = urls.root(address)
        made = self.environment.get_template(template).render(
            context,
            address=address,
            root=root,
            title=title,
            edition=self.edition,
            navigation=self.navigation(root, address if address in SECTIONS else None),
        )
        return made.encode()

    def part(self, macro: str, *arguments: object) -> str:
        """Return the part of a page, safe to stand in it, that a macro of `PARTS` makes of `arguments`."""
        made: str = getattr(self.environment.get_template(PARTS).module, macro)(*arguments)
        return made

    def navigation(self, root: str, section: str | None) -> str:
        """Return the links to the sections, on a page that is `section` or none of them."""
        if (root, section) not in self.navigations:
            self.navigations[root, section] = self.part("navigation", root, section)
        return self.navigations[root, section]


def press(manifest: Manifest) -> Press:
    """Return what makes the pages of the release that `manifest` describes."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE / "html"),
        autoescape=True,
        # A misspelt name in a template is an error, and not an empty place on a page.
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        # Looking for constants takes longer than they do: each template is compiled for one site.
        optimized=False,
    )
    environment.globals |= {
        "policy": POLICY,
        "sections": SECTIONS,
        "record_address": urls.record,
        "cell_address": urls.cell,
        "register_address": urls.register,
        "table_address": urls.table,
        "field_title": titles.of_field,
        "how_told": diff_text.how,
        "plurals": PLURALS,
    }
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["spaced"] = titles.spaced
    made = Press(environment, edition_name(manifest))
    # There are few bases, and a badge for each of thousands of cells.
    environment.globals["badge"] = functools.cache(lambda basis: made.part("badge", basis))
    return made


def edition_name(manifest: Manifest) -> str:
    """Return what the release is called on its pages."""
    # The version of an export that was never released.
    if manifest.release_version == "0.0.0":
        return f"unreleased state of {manifest.release_date}"
    return f"release {manifest.release_version} of {manifest.release_date}"


def assets() -> dict[str, bytes]:
    """Return the style sheet and the scripts, bytes by address."""
    return {f"assets/{path.name}": path.read_bytes() for path in sorted((_HERE / "assets").iterdir())}
