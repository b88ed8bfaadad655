"""What the commands print of a verdict. Apart from `report`, which needs all models: `verify` needs none of them."""

from collections.abc import Iterator

from accords_data.release import formats
from accords_data.verify.verdict import Verdict


def lines(verdict: Verdict) -> Iterator[str]:
    """Yield the lines that say how much of a release was checked."""
    yield f"  {verdict.files} files unchanged, none missing, none added"
    *others, last = [each.title for each in formats.FORMATS if each.name in verdict.formats]
    yield f"  {verdict.tables} tables with the same rows in {', '.join(others)} and {last}"
    yield f"  {verdict.rows} rows valid, {verdict.references} references found"
    yield f"  {verdict.cells} evidence entries match their cells"
    yield f"  {verdict.passages} quotes and sentences of summaries found in their texts"
