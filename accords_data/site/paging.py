"""Long lists in parts, a page each."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

Item = TypeVar("Item")


@attrs.frozen
class Part(Generic[Item]):
    """What one page has of a list."""

    items: Sequence[Item]
    number: int
    """From 1."""
    pages: list[tuple[int, str]]
    """Number and address of every page of the list, this one among them."""


def parts(items: Sequence[Item], per_page: int, address: Callable[[int], str]) -> Iterator[Part[Item]]:
    """Yield `items` in parts of `per_page`, at least one, where a page with a number is at its `address`."""
    pages = [(number, address(number)) for number in range(1, max(1, -(-len(items) // per_page)) + 1)]
    for number, _ in pages:
        yield Part(items[(number - 1) * per_page : number * per_page], number, pages)
