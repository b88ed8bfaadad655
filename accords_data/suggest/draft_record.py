"""A draft record in the making: its values, and for each the words that give it."""

from typing import Any

import attrs

from accords_data.model import items
from accords_data.model.addresses import ITEM, parts_of, resolve
from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import DRAFT
from accords_data.model.sources import Source
from accords_data.model.vocabularies import ABSENT, Basis, Vocabulary
from accords_data.seeds import spans
from accords_data.seeds.rules import cues_of
from accords_data.seeds.spans import Span


@attrs.define(eq=False)
class Sheet:
    """One record that is proposed, or an existing one to which something is added."""

    kind: str
    id: str
    text: str
    source: Source
    data: dict[str, Any]
    """Plain values, without evidence; of an existing record all that it has."""
    known: dict[str, Any] | None = None
    """What an existing record has already, evidence included; None for a new one."""
    entries: dict[tuple[object, ...], dict[str, Any]] = attrs.field(factory=dict)
    """New evidence, one entry for each quote or authority."""

    @property
    def addresses(self) -> set[str]:
        """Return the cells that new evidence supports."""
        return {support["field"] for entry in self.entries.values() for support in entry["supports"]}

    @property
    def known_before(self) -> set[str]:
        """Return the cells that the record already rests on this source for."""
        entries = [] if self.known is None else self.known["evidence"]
        return {
            each["field"] for entry in entries if entry.get("source") == self.source.id for each in entry["supports"]
        }

    @property
    def adds(self) -> bool:
        """Whether it says anything that is not recorded yet."""
        return self.known is None or bool(self.entries)

    def plain(self) -> dict[str, Any]:
        """Return the whole record as plain values, with the mark of a draft."""
        before = [] if self.known is None else self.known["evidence"]
        head = {"id": self.id, DRAFT: True}
        return head | self.data | {"evidence": [*before, *self.entries.values()]}

    def append(self, name: str, item: object) -> str:
        """Append `item` to the list `name`, with an id where it is an object, and return its address."""
        listed = self.data.setdefault(name, [])
        if isinstance(item, dict):
            taken = {each[ITEM] for each in listed}
            item = {ITEM: items.name_of(items.lists_of_items(MODELS[self.kind])[name], item, taken)} | item
        listed.append(item)
        return f"/{name}/{parts_of(listed)[-1]}"

    def item(self, address: str) -> dict[str, Any]:
        """Return the item of a list at `address`.

        Raises:
            KeyError: there is none.
        """
        place = resolve(self.data, address)
        if place is None:
            raise KeyError(address)
        found: dict[str, Any] = place.value
        return found

    def quoted(  # noqa: PLR0913 - one parameter for each part of a support
        self,
        address: str,
        quote: Span,
        basis: Basis,
        *,
        words: str | None = None,
        note: str | None = None,
        stance: str | None = None,
    ) -> None:
        """Say that the cell `address` rests on the words of the text at `quote`, unless this source says it already."""
        # A dispute is told even where the record has support of this source for the cell.
        if stance is None and address in self.known_before:
            return
        # One entry for a quote, however many cells rest on it; a dispute gets an entry of its own.
        key: tuple[object, ...] = (quote.start, quote.end, stance)
        if key not in self.entries:
            self.entries[key] = self._entry(quote) | ({} if stance is None else {"stance": stance}) | {"supports": []}
        support = {"field": address, "basis": str(basis)}
        support |= {} if words is None else {"words": words}
        support |= {} if note is None else {"note": note}
        if address not in {each["field"] for each in self.entries[key]["supports"]}:
            self.entries[key]["supports"].append(support)

    def background(self, address: str, authority: str) -> None:
        """Say that the cell `address` is not from the text, but from `authority`."""
        entry = self.entries.setdefault(("authority", authority), {"authority": authority, "supports": []})
        entry["supports"].append({"field": address, "basis": "background"})

    def term(  # noqa: PLR0913 - one parameter for each part of a support
        self, address: str, value: Vocabulary, quote: Span, cue: str, *, anywhere: bool = False, note: str | None = None
    ) -> None:
        """Say that a value of a list rests on `quote`: by a cue word where the vocabulary lists one, else inferred.

        Args:
            address: The cell.
            value: Its value.
            quote: Where the sentence stands.
            cue: The words that tell it.
            anywhere: Whether a cue may stand anywhere in the sentence.
            note: What to say of it where it is inferred.
        """
        if value in ABSENT:
            return
        cues = cues_of(type(value))
        # The test of the build (seeds.rules): the cue must mean this value and no other one.
        if set(cues.meant_in(cue)) == {str(value)}:
            self.quoted(address, quote, Basis.RESOLVED, words=cue)
            return
        sentence = self.text[quote.start : quote.end]
        listed = [each for each in value.cues if anywhere and spans.stands_in(each, sentence)]
        listed = [each for each in listed if set(cues.meant_in(each)) == {str(value)}]
        if listed:
            self.quoted(address, quote, Basis.RESOLVED, words=listed[0])
        else:
            self.quoted(address, quote, Basis.INFERRED, note=note or f'"{cue}" says so.')

    def _entry(self, quote: Span) -> dict[str, Any]:
        words = self.text[quote.start : quote.end]
        places = spans.find(self.text, words)
        which = {} if len(places) == 1 else {"occurrence": places.index(quote) + 1}
        return {"source": self.source.id, self.source.words_field: words, **which}

    def path(self, root: str) -> str:
        """Return where its file belongs below the seeds folder `root`."""
        return f"{root}/{PLURALS[self.kind]}/{self.id}.yaml"
