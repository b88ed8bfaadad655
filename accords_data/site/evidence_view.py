"""What each cell rests on, gathered once: from a cell to the words in their source, and back to the cells."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from accords_data.model.backing import Backing, How, located
from accords_data.model.record_base import Record
from accords_data.model.record_parts import Evidence, Support
from accords_data.model.sources import Source
from accords_data.model.vocabularies import Grade
from accords_data.site import urls

CONTEXT = 160
"""Code points of the source that are shown on either side of a quote."""


@attrs.frozen
class Excerpt:
    """Words inside their text: what comes before, the words in three parts of which the middle carries the cell."""

    before: str
    head: str
    words: str
    tail: str
    after: str


@attrs.frozen
class Ground:
    """One reason why a cell says what it says, or one voice against it."""

    how: How
    remark: str | None
    authority: str | None
    asserted_by: str | None
    summarised: bool
    """Whether the words are those of our own summary."""
    outlet: str | None
    url: str | None
    """Where the publication is, where that is known."""
    published: str | None
    title: str | None
    address: str | None
    """Where the words stand on the page of their source; None for background."""
    excerpt: Excerpt | None


@attrs.frozen
class Use:
    """One entry of a record's evidence that rests on a text."""

    kind: str
    record: Record
    entry: Evidence


Passages = dict[tuple[int, int], list[Use]]
"""The uses of each stretch of a source."""


def of_record(record: Record, sources: Mapping[str, Source], texts: Mapping[str, str]) -> dict[str, list[Ground]]:
    """Return the grounds of each cell of `record` by its address, those that were published first first."""
    found = {
        address: [_ground(each, sources, texts) for each in backing] for address, backing in record.backing.items()
    }
    for grounds in found.values():
        # Background has no day of publication, and comes first.
        grounds.sort(key=lambda each: (each.published is not None, each.published or ""))
    return found


def passages(records: Iterable[tuple[str, Record]]) -> dict[str, Passages]:
    """Return, for each source, what its words carry."""
    found: dict[str, Passages] = {}
    for kind, record in records:
        for each in located(record.evidence):
            here = found.setdefault(each.source, {})
            here.setdefault((each.start, each.end), []).append(Use(kind, record, each.entry))
    return found


def _ground(backing: Backing, sources: Mapping[str, Source], texts: Mapping[str, str]) -> Ground:
    entry, support = backing.entry, backing.support
    source = None if entry.source is None else sources[entry.source]
    return Ground(
        how=backing.how,
        remark=entry.remark,
        authority=entry.authority,
        asserted_by=entry.asserted_by,
        summarised=entry.grade is Grade.SUMMARISED,
        outlet=None if source is None else source.outlet,
        url=None if source is None else source.url,
        published=None if source is None else source.published,
        title=None if source is None else source.caption,
        address=_address(entry),
        excerpt=_excerpt(entry, support, "" if source is None else texts[source.id]),
    )


def _address(entry: Evidence) -> str | None:
    if entry.source is None or entry.start is None or entry.end is None:
        return None
    return urls.passage(entry.source, entry.start, entry.end)


def _excerpt(entry: Evidence, support: Support, text: str) -> Excerpt | None:
    if entry.text is None or entry.start is None or entry.end is None:
        return None
    at = entry.text.find(support.words) if support.words is not None else -1
    words = "" if at < 0 or support.words is None else support.words
    head = entry.text if at < 0 else entry.text[:at]
    tail = "" if at < 0 else entry.text[at + len(words) :]
    return Excerpt(_before(text[: entry.start]), head, words, tail, _after(text[entry.end :]))


def _before(text: str) -> str:
    """Return the last words of `text` in its last paragraph, all of them where they are few."""
    text = text.rpartition("\n\n")[2]
    if len(text) <= CONTEXT:
        return text
    return "… " + text[-CONTEXT:].partition(" ")[2]


def _after(text: str) -> str:
    """Return the first words of `text` in its first paragraph, all of them where they are few."""
    text = text.partition("\n\n")[0]
    if len(text) <= CONTEXT:
        return text
    return text[:CONTEXT].rpartition(" ")[0] + " …"


def mentions(records: Iterable[tuple[str, Record]]) -> dict[tuple[str, str], list[tuple[str, Record]]]:
    """Return, for each kind and id, the other records that refer to it, in the order of `records`."""
    found: dict[tuple[str, str], list[tuple[str, Record]]] = {}
    for kind, record in records:
        for target in dict.fromkeys(_references(record)):
            if target != (kind, record.id):
                found.setdefault(target, []).append((kind, record))
    return found


def _references(record: Record) -> Iterator[tuple[str, str]]:
    from accords_data.model.fields import cells

    for cell in cells(record):
        kind = None if cell.field.text is None else cell.field.text.reference
        if kind is not None:
            yield kind, str(cell.value)
