"""What the workbench says in a terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from accords_data.spans import Span
from accords_data.workbench.conflicts import Conflict
from accords_data.workbench.intake import Intake
from accords_data.workbench.quotation import Hit, entry_text
from accords_data.workbench.usage import Usage, share, totals

if TYPE_CHECKING:
    from accords_data.suggestion.proposals import Proposal

WIDTH = 80


def intake_view(taken: Intake) -> Iterator[str]:
    """Yield what was taken in: each sentence with its number, and what of it is proposed to be no evidence."""
    from accords_data.prose import sentences

    for sentence in sentences(taken.text):
        kinds = [str(each.kind) for each in taken.stretches if each.span.overlaps(sentence.span)]
        mark = f"[{kinds[0]}] " if kinds else ""
        yield from _wrap(f"{mark}{sentence.text}", f"{sentence.number:>3}  ")
    for words in taken.unplaced:
        yield from _wrap(f"not marked, because its words stand more than once: {words!r}", "  ?  ")
    if taken.like is not None:
        yield from _wrap(
            f"resembles {taken.like.source} ({taken.like.share:.0%} of the words): is it a rewrite?", "  ?  "
        )


def hit_view(source: str, number: int, many: int, hit: Hit, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield one passage with its place, its sentence and its context, and the entry that cites it."""
    head = f"[{number} of {many}] " if many > 1 else ""
    yield f"{head}{source}, characters {hit.span.start} to {hit.span.end}, in sentence {hit.sentence}:"
    before, after = hit.before.rpartition("\n")[2], hit.after.partition("\n")[0]
    yield from _wrap(f"…{before}>>>{hit.words}<<<{after}…", "  ")
    if hit.region is not None:
        yield from _wrap(f"in a {hit.region}, which carries no cell: quote the body of the text", "  ! ")
    yield ""
    yield from entry_text(source, hit, fields or ("/FIELD",)).rstrip("\n").split("\n")


def usage_view(usages: Iterable[Usage], *, every: bool) -> Iterator[str]:
    """Yield what became of the sentences: of each source where `every`, else of those that are not done; then totals."""
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
        f"{counted['unused']} unused, {counted['region']} no evidence"
    )
    yield f"{share(counted):.1f} % of those that could carry a cell are used or set aside"


def _by(citations: "Iterable[object]") -> str:
    found: dict[str, int] = {}
    for each in citations:
        name = f"{each.kind} {each.record}"  # type: ignore[attr-defined]
        found[name] = found.get(name, 0) + len(each.entry.supports)  # type: ignore[attr-defined]
    return ", ".join(f"{name} ({cells} cell{'' if cells == 1 else 's'})" for name, cells in found.items())


def conflict_view(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """Yield the conflicts: those to decide first, then those that are on record."""
    several = list(conflicts)
    for recorded, title in ((False, "to decide"), (True, "on record, as disputes")):
        group = [each for each in several if each.recorded is recorded]
        yield f"{len(group)} {title}"
        for each in group:
            yield from _wrap(
                f"{each.record}{' ' + each.pointer if each.pointer else ''}: {each.message}", f"  {each.sort}: "
            )


def proposal_view(proposal: "Proposal") -> Iterator[str]:
    """Yield the drafts of a source as YAML, with what is to be looked at twice as comments above."""
    from accords_data.suggestion.filing import additions
    from accords_data.workbench import canon

    yield from proposal_head(proposal)
    for sheet in proposal.sheets:
        yield ""
        yield f"# {sheet.path('seeds')} {'(new)' if sheet.known is None else '(added to what is there)'}"
        text = canon.record_text(sheet.kind, additions(sheet) if sheet.known is not None else sheet.plain())
        yield from text.rstrip("\n").split("\n")


def proposal_head(proposal: "Proposal") -> Iterator[str]:
    """Yield what to look at twice before the drafts of a source are accepted."""
    new = [sheet for sheet in proposal.sheets if sheet.known is None]
    cells = sum(len(sheet.pointers) for sheet in proposal.sheets)
    number = f"{len(proposal.sheets)} draft{'' if len(proposal.sheets) == 1 else 's'}"
    yield f"# {number} from {proposal.source}: {len(new)} new, {len(proposal.sheets) - len(new)} added to; {cells} cells"
    for flag in proposal.flags:
        yield from _wrap(f"{flag.kind}: {_short(flag.words)}: {flag.message}", "# ! ")
    if proposal.metonyms:
        names = ", ".join(dict.fromkeys(each.words for each in proposal.metonyms))
        yield from _wrap(f"held apart, no countries: {names}", "# ! ")
    for problem in proposal.refused:
        yield from _wrap(f"to be mended by hand: {problem}", "# ! ")


def place(text: str, span: Span) -> str:
    """Return the line on which `span` begins, as people count."""
    return f"line {text.count(chr(10), 0, span.start) + 1}"


def _short(words: str) -> str:
    return repr(words if len(words) <= WIDTH else f"{words[:WIDTH]}…")


def _wrap(text: str, lead: str) -> list[str]:
    indent = "# !   " if lead.startswith("#") else " " * len(lead)
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)
