"""What the commands of curating print."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accords_data.curate.conflicts import Conflict
    from accords_data.curate.coverage import Citation, Usage
    from accords_data.curate.intake import Intake
    from accords_data.curate.quotation import Hit
    from accords_data.model.sources import Source

WIDTH = 80
_SHOWN = 3
"""Cells of one record that are named for a sentence; the JSON and the pages name all."""


def intake_view(taken: "Intake") -> Iterator[str]:
    """Yield each sentence of the new text with its number, marked where it is proposed not to be quoted."""
    from accords_data.seeds.sentences import sentences

    for sentence in sentences(taken.text):
        kinds = [str(each.kind) for each in taken.stretches if each.span.overlaps(sentence.span)]
        mark = f"[{kinds[0]}] " if kinds else ""
        yield from _wrap(f"{mark}{sentence.text}", f"{sentence.number:>3}  ")
    for words in taken.unplaced:
        yield from _wrap(f"not marked, because its words appear more than once: {words!r}", "  ?  ")
    if taken.like is not None:
        yield from _wrap(
            f"resembles {taken.like.source} ({taken.like.share:.0%} of the words): is it a rewrite?", "  ?  "
        )


def hit_view(source: "Source", number: int, many: int, hit: "Hit", fields: tuple[str, ...]) -> Iterator[str]:
    """Yield one passage with its place, its sentence and its context, and the entry that cites it."""
    from accords_data.curate.quotation import entry_text

    head = f"[{number} of {many}] " if many > 1 else ""
    yield f"{head}{source.id}, characters {hit.span.start} to {hit.span.end}, in sentence {hit.sentence}:"
    before, after = hit.before.rpartition("\n")[2], hit.after.partition("\n")[0]
    yield from _wrap(f"…{before}>>>{hit.words}<<<{after}…", "  ")
    if hit.region is not None:
        yield from _wrap(f"in a {hit.region}, which must not be quoted: quote the body text instead", "  ! ")
    yield ""
    yield from entry_text(source, hit, fields or ("/FIELD",)).rstrip("\n").split("\n")


def usage_view(usages: "Iterable[Usage]", *, every: bool) -> Iterator[str]:
    """Yield the state of the sentences: of `every` source, or of those with unused ones; then totals."""
    from accords_data.curate.coverage import share, totals

    several = list(usages)
    for usage in several:
        if every or usage.count("unused"):
            yield f"{usage.source.id}"
            for line in usage.lines:
                yield from _wrap(
                    f"{line.state:<10} {_by(line.citations) or line.reason or line.text}", f"{line.number:>4}  "
                )
    counted = totals(several)
    number = f"{len(several)} source{'' if len(several) == 1 else 's'}"
    yield (
        f"{sum(counted.values())} sentences of {number}: {counted['used']} used, {counted['set aside']} set aside, "
        f"{counted['unused']} unused, {counted['region']} not to be quoted"
    )
    yield f"{share(counted):.1f} % of the sentences that may be quoted are used or set aside"


def _by(citations: "Iterable[Citation]") -> str:
    """Return which cells of which records rest on a sentence: of each record the first few."""
    found: dict[str, list[str]] = {}
    for each in citations:
        found.setdefault(f"{each.kind} {each.record}", []).extend(support.field for support in each.located.cells)
    return "; ".join(f"{name} {_few(sorted(set(fields)))}" for name, fields in found.items())


def _few(fields: list[str]) -> str:
    more = len(fields) - _SHOWN
    return ", ".join(fields[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def conflict_view(conflicts: "Iterable[Conflict]") -> Iterator[str]:
    """Yield the conflicts: those to decide first, then those that are on record."""
    several = list(conflicts)
    for recorded, title in ((False, "to decide"), (True, "on record as disputes")):
        group = [each for each in several if each.recorded is recorded]
        yield f"{len(group)} {title}"
        for each in group:
            yield from _wrap(
                f"{each.record}{' ' + each.address if each.address else ''}: {each.message}", f"  {each.sort}: "
            )


def _wrap(text: str, lead: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)
