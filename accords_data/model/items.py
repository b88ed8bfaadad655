"""Items of lists: the id that each has, and how it gets one."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from accords_data.model.addresses import ITEM, address_of, free, member, slug
from accords_data.model.attributes import EVIDENCE, ID, doc
from accords_data.model.fields import fields_of
from accords_data.model.strings import ItemId


@attrs.frozen(kw_only=True)
class Item:
    """What every item of a list of a record has, but for evidence and the stretches of a source: an id."""

    named_by: ClassVar[tuple[tuple[str, ...], ...]]
    """The fields of which an id is made: those of the first group that has a value."""

    item: ItemId = attrs.field(
        metadata=doc(
            "The item's id, unique in its list and never changed; `accords fmt` makes it of what the item is.",
            "kaz-announced-2025-11-06",
            exempt=ID,
        )
    )


def name_of(model: type[Item], values: Mapping[str, Any], taken: set[str]) -> str:
    """Return an id for the item with the `values` of `model`, none of those that are `taken`."""
    groups = ([values.get(name) for name in group] for group in model.named_by)
    told = next((found for each in groups if (found := [str(value) for value in each if value])), [])
    return free(slug(" ".join(told)) if told else ITEM, taken)


def lists_of_items(model: type) -> dict[str, type[Item]]:
    """Return the lists of `model` whose items have ids, with the model of each."""
    return {
        field.name: field.model
        for field in fields_of(model)
        if field.many and field.model is not None and issubclass(field.model, Item)
    }


def unnamed(model: type, record: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each item of `record`, a record of `model` as its author wrote it, that has no id yet, with one for it."""
    for name, item_model in lists_of_items(model).items():
        items = [item for item in _listed(record, name) if isinstance(item, dict)]
        taken = {str(item[ITEM]) for item in items if ITEM in item}
        for item in items:
            if ITEM not in item:
                new = name_of(item_model, item, taken)
                taken.add(new)
                yield item, new


def by_index(record: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each support of `record` whose cell goes by the index of an item, with the address of the cell."""
    for entry in _listed(record, EVIDENCE):
        for support in _listed(entry, "supports"):
            pointer = member(support, "field")
            if isinstance(pointer, str) and (address := address_of(record, pointer)) != pointer:
                yield support, address


def _listed(holder: object, name: str) -> list[Any]:
    found = member(holder, name)
    return found if isinstance(found, list) else []
