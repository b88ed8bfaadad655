"""What `accords suggest` prints: drafts as YAML, and above them what to check with care."""

import textwrap
from collections.abc import Iterator

from accords_data.cli.curate_lines import WIDTH
from accords_data.curate import canonical_form
from accords_data.suggest.draft_files import additions
from accords_data.suggest.proposals import Proposal


def proposal_view(proposal: Proposal) -> Iterator[str]:
    """Yield the drafts of a source as YAML, with what to check with care as comments above."""
    yield from proposal_head(proposal)
    for sheet in proposal.sheets:
        yield ""
        yield f"# {sheet.path('seeds')} {'(new)' if sheet.known is None else '(added to the existing record)'}"
        text = canonical_form.record_text(sheet.kind, additions(sheet) if sheet.known is not None else sheet.plain())
        yield from text.rstrip("\n").split("\n")


def proposal_head(proposal: Proposal) -> Iterator[str]:
    """Yield what to check with care before the drafts of a source are accepted."""
    new = [sheet for sheet in proposal.sheets if sheet.known is None]
    cells = sum(len(sheet.addresses) for sheet in proposal.sheets)
    number = f"{len(proposal.sheets)} draft{'' if len(proposal.sheets) == 1 else 's'}"
    old = len(proposal.sheets) - len(new)
    yield f"# {number} from {proposal.source}: {len(new)} new, {old} added to existing records; {cells} cells"
    for flag in proposal.flags:
        yield from _wrap(f"{flag.kind}: {_short(flag.words)}: {flag.message}", "# ! ")
    if proposal.metonyms:
        names = ", ".join(dict.fromkeys(each.words for each in proposal.metonyms))
        yield from _wrap(f"not counted as countries: {names}", "# ! ")
    for problem in proposal.refused:
        yield from _wrap(f"correct by hand: {problem}", "# ! ")


def _short(words: str) -> str:
    return repr(words if len(words) <= WIDTH else f"{words[:WIDTH]}…")


def _wrap(text: str, lead: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent="# !   ", break_on_hyphens=False)
