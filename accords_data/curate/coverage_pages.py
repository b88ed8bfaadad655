"""The coverage of sources as HTML: each text with its evidence marked, from which one goes to the cells and back.

The pages need no network and run no script; what stands in a text or record is escaped. Their templates are in
``curate/html/``.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from accords_data import folder
from accords_data.curate.coverage import Usage, share, totals
from accords_data.model.backing import how

if TYPE_CHECKING:
    from jinja2 import Environment


@attrs.frozen
class Piece:
    """A stretch of a text in which no sentence and no quote begins or ends."""

    words: str
    state: str | None
    """``used`` where a quote is, else what became of its sentence; None where there is nothing to mark."""
    reason: str | None
    begins: tuple[int, ...]
    """Numbers of the citations whose quote begins here."""
    ends: tuple[int, ...]
    """Numbers of the citations whose quote ends here."""


def pages(usages: Iterable[Usage]) -> dict[str, bytes]:
    """Return the pages, bytes by file name: one for each source, and ``index.html``."""
    several = list(usages)
    environment = _environment()
    files = {f"{each.source.id}.html": _source(environment, each) for each in several}
    return {"index.html": _index(environment, several)} | files


def write(out: Path, usages: Iterable[Usage], on_wait: Callable[[], None]) -> None:
    """Make the folder `out` hold exactly the pages.

    Raises:
        AccordsError: something else is there, or it cannot be written; it is then what it was.
    """
    target = out.resolve()
    with folder.locked(target, on_wait):
        folder.check_ours(out, folder.contents(target), lambda name: "/" not in name and name.endswith(".html"))
        folder.replace(target, pages(usages))


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _index(environment: "Environment", usages: list[Usage]) -> bytes:
    counted = totals(usages)
    template = environment.get_template("index.html")
    made = template.render(title="Coverage of the sources", share=share(counted), usages=usages, totals=counted)
    return made.encode()


def _source(environment: "Environment", usage: Usage) -> bytes:
    made = environment.get_template("source.html").render(
        title=usage.source.title,
        source=usage.source,
        pieces=list(_pieces(usage)),
        citations=[
            (each, [(cell, how(each.located.entry, cell)) for cell in each.located.cells]) for each in usage.citations
        ],
        set_aside=[line for line in usage.lines if line.state == "set aside"],
    )
    return made.encode()


def _pieces(usage: Usage) -> Iterator[Piece]:
    """Yield the text, cut wherever a sentence or a quote begins or ends."""
    cuts = {0, len(usage.text)}
    for span in (*(line.span for line in usage.lines), *(each.span for each in usage.citations)):
        cuts |= {span.start, span.end}
    for start, end in itertools.pairwise(sorted(cuts)):
        yield _piece(usage, start, end)


def _piece(usage: Usage, start: int, end: int) -> Piece:
    here = {
        number: each.span
        for number, each in enumerate(usage.citations, start=1)
        if each.span.start <= start and end <= each.span.end
    }
    line = next((each for each in usage.lines if each.span.start <= start and end <= each.span.end), None)
    unused = line if not here and line is not None and line.state != "used" else None
    return Piece(
        words=usage.text[start:end],
        state="used" if here else None if unused is None else unused.state,
        reason=None if unused is None else unused.reason,
        begins=tuple(number for number, span in here.items() if span.start == start),
        ends=tuple(number for number, span in here.items() if span.end == end),
    )
