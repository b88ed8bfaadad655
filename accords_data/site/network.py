"""The network of countries: their relations, the agreements both are parties to, the meetings both were at."""

import itertools
import math
from collections.abc import Iterator, Sequence

import attrs

from accords_data.model.vocabularies import Attendance, PartyRole
from accords_data.site import titles, urls
from accords_data.site.collection import Collection
from accords_data.site.date_words import in_words
from accords_data.site.paging import parts
from accords_data.site.templates import Press

PER_PAGE = 200
DRAWN = 300
"""Ties that one picture has at most, the strongest."""
SHOWN = 5
"""Links of a kind that a row of the table has."""
CLOSEST = 8
"""Pairs that are named beside the pictures."""
SIZE, RADIUS = 460, 170
SORTS = {"relation": "Relations", "agreement": "Agreements", "meeting": "Meetings"}
_THERE = frozenset({Attendance.ATTENDED, Attendance.JOINED_REMOTELY, Attendance.REPRESENTED})

Pair = tuple[str, str]


@attrs.frozen
class Tie:
    """One thing that two countries have in common."""

    what: str
    address: str


@attrs.frozen
class Node:
    """A country on the picture."""

    code: str
    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@attrs.frozen
class Edge:
    """A tie on the picture: as wide as it is strong."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    about: str


Ties = dict[Pair, dict[str, list[Tie]]]


def ties(collection: Collection) -> Ties:
    """Return what each pair of countries has in common, by sort."""
    found: Ties = {}
    for sort, pair, tie in _ties(collection):
        found.setdefault(pair, {each: [] for each in SORTS})[sort].append(tie)
    return found


def _ties(collection: Collection) -> Iterator[tuple[str, Pair, Tie]]:
    for country in collection.countries.values():
        for relation in country.relations:
            what = f"{titles.spaced(relation.event)}, {in_words(relation.date)}"
            address = f"{urls.record('country', country.id)}#relations.{relation.item}.event"
            yield "relation", _pair(country.id, relation.partner), Tie(what, address)
    for agreement in collection.agreements.values():
        parties = {party.country for party in agreement.parties if party.role is PartyRole.PARTY}
        tie = Tie(agreement.caption, urls.record("agreement", agreement.id))
        yield from (("agreement", pair, tie) for pair in itertools.combinations(sorted(parties), 2))
    for meeting in collection.meetings.values():
        there = {each.country for each in meeting.participants if each.attendance in _THERE}
        tie = Tie(meeting.caption, urls.record("meeting", meeting.id))
        yield from (("meeting", pair, tie) for pair in itertools.combinations(sorted(there), 2))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def nodes(names: dict[str, str]) -> dict[str, Node]:
    """Return each country on a circle, its label outside."""
    middle = SIZE / 2
    found = {}
    for place, (code, name) in enumerate(names.items()):
        angle = 2 * math.pi * place / len(names) - math.pi / 2
        x, y = math.cos(angle), math.sin(angle)
        side = "middle" if abs(x) < 0.15 else "start" if x > 0 else "end"  # noqa: PLR2004 - nearly above or below
        found[code] = Node(
            code, name,
            round(middle + RADIUS * x, 1), round(middle + RADIUS * y, 1),
            round(middle + (RADIUS + 14) * x, 1), round(middle + (RADIUS + 20) * y + 4, 1), side,
        )  # fmt: skip
    return found


def edges(found: Ties, sort: str, placed: dict[str, Node]) -> list[Edge]:
    """Return the ties of `sort` on the picture, the strongest last."""
    strong = sorted(((len(each[sort]), pair) for pair, each in found.items() if each[sort]), reverse=True)[:DRAWN]
    drawn = []
    # SVG paints in the order of its elements: the strongest come last and lie on top.
    for number, (one, other) in reversed(strong):
        first, second = placed[one], placed[other]
        about = f"{first.name} and {second.name}: {number}"
        width = round(1 + 1.6 * math.sqrt(number), 1)
        drawn.append(Edge(first.x, first.y, second.x, second.y, min(width, 14.0), about))
    return drawn


def pages(press: Press, collection: Collection) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the network, with their addresses; the first has the pictures."""
    found = ties(collection)
    codes = {code for pair in found for code in pair}
    names = collection.names_of(codes)
    placed = nodes(names)
    pictures = [(sort, label, edges(found, sort, placed)) for sort, label in SORTS.items()]
    rows = sorted(found.items(), key=lambda each: (-_strength(each[1]), each[0]))
    for part in parts(rows, PER_PAGE, _address):
        address = _address(part.number)
        yield (
            address,
            press.page(
                "network.html",
                address,
                "Network" if part.number == 1 else f"Network, page {part.number}",
                nodes=list(placed.values()),
                pictures=pictures if part.number == 1 else [],
                size=SIZE,
                sorts=SORTS,
                closest=[(pair, _strength(each)) for pair, each in rows[:CLOSEST]],
                rows=[(pair, _shown(each)) for pair, each in part.items],
                names=names,
                part=part,
            ),
        )


def _address(number: int) -> str:
    return "network.html" if number == 1 else f"network-{number}.html"


def _strength(each: dict[str, list[Tie]]) -> int:
    return sum(len(found) for found in each.values())


def _shown(each: dict[str, list[Tie]]) -> list[tuple[Sequence[Tie], int]]:
    return [(each[sort][:SHOWN], len(each[sort])) for sort in SORTS]
