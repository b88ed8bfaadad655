"""Measure `accords suggest` on the texts of this folder: precision and recall by kind, tuned and held back apart.

Run: python benchmarks/suggest/measure.py [--detail]

``--detail`` lists what was missed and what was too much, of the tuned texts alone: the others are not to be looked at.
"""

import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from accords_data.curate import regions
from accords_data.suggest import doubts, meetings, mentions, steps

HERE = Path(__file__).parent
KINDS = {
    "country": "countries",
    "leader": "leaders",
    "office": "offices",
    "agreement": "agreements",
    "event and status": "events",
    "meeting": "meetings",
    "participant": "participants",
    "date": "dates",
}


def found_in(text: str, published: str) -> dict[str, set[Any]]:
    """Return what is proposed from `text`, by the keys under which the files have what is expected."""
    aside = [each.span for each in regions.propose(text)]
    reading = mentions.read(text, published, aside, mentions.Known())
    happened = steps.happenings(reading)
    met = meetings.encounters(reading, happened)
    named = [each for statement in reading.statements for each in statement.plain.mentions.values()]
    return {
        "countries": {str(each.value) for each in named if each.kind == "country"},
        "leaders": {who.name for who in reading.people if who.acts},
        "offices": {
            (who.name, office.country, office.title)
            for who in reading.people
            for _, office in who.offices
            if office.title is not None and not office.former
        },
        "agreements": {each.words for each in named if each.kind == "agreement"},
        "events": {
            _pair((each.other, each.country, str(each.step), each.moment and each.moment.date)) for each in happened
        },
        "meetings": {(str(each.kind), each.moment and each.moment.date) for each in met},
        "participants": {
            (str(each.kind), each.moment and each.moment.date, seat.country, seat.who and seat.who.name)
            for each in met
            for seat in each.seats
        },
        "dates": {(each.words, each.date) for each in reading.moments.values()},
        "flags": {each.kind for each in doubts.flags(reading)},
    }


def expected_of(case: dict[str, Any]) -> dict[str, set[Any]]:
    """Return what a file expects, in the same shape."""
    told = {name: {tuple(x) if isinstance(x, list) else x for x in items} for name, items in case["expected"].items()}
    return told | {"events": {_pair(event) for event in told["events"]}, "flags": set(case.get("flags", []))}


def _pair(event: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return an event; one of two countries together is the same whichever of them is named first."""
    mutual = {
        "relations_established",
        "relations_maintained",
        "normalised",
        "normalisation_announced",
        "relations_resumed",
    }
    return (*sorted(event[:2]), *event[2:]) if event[2] in mutual else event


def score(folder: Path, *, detail: bool) -> dict[str, tuple[int, int, int]]:
    """Return right, proposed and expected for each kind, over the files of `folder`."""
    totals = dict.fromkeys([*KINDS.values(), "flags"], (0, 0, 0))
    files = sorted(folder.glob("*.yaml"))
    if not files:
        message = f"no texts in {folder}"
        raise SystemExit(message)
    for path in files:
        case = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        found, expected = found_in(case["text"], case["published"]), expected_of(case)
        for name, (right, proposed, wanted) in totals.items():
            mine, theirs = found[name], expected[name]
            totals[name] = (right + len(mine & theirs), proposed + len(mine), wanted + len(theirs))
            if detail and mine != theirs:
                missed, extra = sorted(map(str, theirs - mine)), sorted(map(str, mine - theirs))
                print(f"{path.name} {name}: missed {missed}, too much {extra}")
    return totals


def main() -> None:
    """Print the table."""
    detail = "--detail" in sys.argv
    for name in ("tuned", "held_back"):
        totals = score(HERE / name, detail=detail and name == "tuned")
        print(f"{name} ({len(list((HERE / name).glob('*.yaml')))} texts)")
        print(f"  {'':18}precision  recall  right  proposed  expected")
        for label, key in [*KINDS.items(), ("flag", "flags")]:
            right, proposed, wanted = totals[key]
            shares = f"{right / max(proposed, 1):9.3f}{right / max(wanted, 1):8.3f}"
            print(f"  {label:18}{shares}{right:7}{proposed:10}{wanted:10}")


if __name__ == "__main__":
    main()
