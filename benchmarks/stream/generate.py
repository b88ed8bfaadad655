"""Write synthetic meetings as JSON Lines: ``generate.py N OUT.jsonl [--bad FRACTION] [--seed S]``.

Nothing in them happened. They are valid by ``schemas/v1/lines/meeting.schema.json``, but for the fraction that
``--bad`` asks for, and about 900 bytes each. The same arguments give the same bytes, and a line that is not made bad is
the same line whatever the fraction.
"""

import argparse
import calendar
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

Json = dict[str, Any]
T = TypeVar("T")

FIRST_YEAR = 2020
POOL = 1999
"""How many participants, sources and lists of supported cells the meetings draw from."""
ITEMS = [f'{{"item":"{name}",' for name in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")]
"""How a participant begins: with its id."""
PARTICIPANTS = [2] * 8 + [3] * 5 + [4] * 2 + [5, 6, 7]
EVIDENCE = [1] * 7 + [2] * 2 + [3]

PLACES = [
    ("KAZ", "Kazakhstan", "Astana", "the Akorda"),
    ("USA", "United States", "Washington", "the White House"),
    ("ISR", "Israel", "Jerusalem", "the Prime Minister's Office"),
    ("ARE", "United Arab Emirates", "Abu Dhabi", "Qasr Al Watan"),
    ("BHR", "Bahrain", "Manama", "Al-Qudaibiya Palace"),
    ("MAR", "Morocco", "Rabat", "Dar as-Salam"),
    ("SDN", "Sudan", "Khartoum", "the Republican Palace"),
    ("EGY", "Egypt", "Sharm el-Sheikh", "the congress centre"),
    ("JOR", "Jordan", "Amman", "Al Husseiniya Palace"),
    ("SAU", "Saudi Arabia", "Riyadh", "Al-Yamamah Palace"),
    ("OMN", "Oman", "Muscat", "Al Alam Palace"),
    ("QAT", "Qatar", "Doha", "the Amiri Diwan"),
    ("AZE", "Azerbaijan", "Baku", "Zagulba Palace"),
    ("UZB", "Uzbekistan", "Samarkand", "the Silk Road complex"),
    ("X-SOL", "Somaliland", "Hargeisa", "the Presidency"),
    ("DEU", "Germany", "Köln", "the town hall"),
]
GIVEN = ["Aigul", "Daniel", "Fatima", "Hassan", "Ivan", "Khalid", "Leila", "Miriam", "Omar", "Rachel", "Samir", "Yosef"]
FAMILY = ["Abdi", "Al Mansoori", "Bennani", "Cohen", "Haddad", "Karimov", "Levi", "O'Neill", "Rahman", "Tuleyev", "Ziv"]
DESIGNATIONS = [
    "President", "Prime Minister", "Foreign Minister", "Crown Prince", "Minister of Energy", "Special Envoy",
    "Chargé d'affaires", "leaders", "رئيس الوزراء", "שר החוץ",
]  # fmt: skip
ROLES = ["participant"] * 6 + ["host", "chair", "signatory", "witness", "observer"]
ATTENDANCES = ["attended"] * 6 + ["joined_remotely", "represented", "invited_absent", "expected", "not_stated"]
KINDS = ["leaders_meeting", "summit", "bilateral", "ministerial", "signing_ceremony", "visit", "working_group", "other"]
AGREEMENTS = ["abraham-accords", "abraham-accords-declaration", "israel-uae-treaty-2020", "negev-forum-charter-2022"]
LINKS = ["announced_at", "discussed_at", "signed_at"]
LABELS = [
    "Meeting in {city} of {country} and partners",
    "{country}: talks in {city}",
    "Trade round {number} in {city}",
    "Energy and water group, session {number}, {city}",
    "Signing in {city}",
    "{country} receives a delegation",
    "Call between {country} and a partner",
    "اجتماع {number} في المنامة بين الوفود",
    "مباحثات حول التجارة والطاقة، الجولة {number}",
    "פגישה מספר {number} בירושלים",
    "שיחות על סחר ומים, סבב {number}",
]
QUOTES = [
    "{leader} of {country} met the delegations in {city} on {day} {month} {year}.",
    'On {day} {month} {year} {leader} said in {city}: "We shall meet again."',
    "The delegation of {country}, led by {leader}, arrived in {city} for {number} hours of talks.",
    "According to the statement of {day} {month}, {leader} and the ministers\nagreed in {city} to form a group.",
    "{leader} called the talks in {city} “a step”, the {number}th report of {month} {year} says.",
]
MONTHS = list(calendar.month_name)[1:]
MODES = ["in_person"] * 8 + ["hybrid", "not_stated"]
CALL_MODES = ["phone", "video", "call_unspecified"]
STANCES = ["supports"] * 5 + ["disputes"]
BACKGROUND = '{"authority":"ISO 3166-1","supports":[{"field":"/host_country","basis":"background"}]}'

Defect = Callable[[Json], None]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Draw:
    """Draws by `random.Random.random` alone, which gives the same numbers in every version of Python."""

    def __init__(self, seed: object) -> None:
        self.random = random.Random(f"{seed}").random  # noqa: S311 - data for a benchmark, to be drawn again alike

    def below(self, end: int) -> int:
        return int(self.random() * end)

    def pick(self, among: Sequence[T]) -> T:
        return among[int(self.random() * len(among))]

    def happens(self, share: float) -> bool:
        return self.random() < share


def meetings(n: int, seed: int = 0, bad: float = 0.0) -> Iterator[bytes]:
    """Yield `n` meetings as lines, each with its line feed; of these the fraction `bad` has one defect each."""
    draw = _Draw(f"defects {seed}")
    defects = list(DEFECTS.values())
    for good in _meetings(n, seed):
        line = good
        if draw.happens(bad):
            record = json.loads(good)
            draw.pick(defects)(record)
            line = _encode(record)
        yield f"{line}\n".encode()


def _meetings(n: int, seed: int) -> Iterator[str]:
    """Yield meetings as JSON, put together from parts that are JSON already: it takes half the time."""
    draw = _Draw(seed)
    participants = [_participant(draw) for _ in range(POOL)]
    sources = [f"{_day(draw)}-report-{number}" for number in range(POOL)]
    supports = [_supports(draw) for _ in range(POOL)]
    for number in range(1, n + 1):
        place = code, country, city, venue = draw.pick(PLACES)
        called = draw.happens(0.15)
        label = draw.pick(LABELS).format(country=country, city=city, number=draw.below(1000))
        kind = "call" if called else draw.pick(KINDS)
        mode = draw.pick(CALL_MODES) if called else draw.pick(MODES)
        line = f'{{"id":"mtg-{number:08d}","label":"{label}","kind":"{kind}","mode":"{mode}"'
        if draw.happens(0.97):
            line += f',"date":"{_date(draw)}"'
        if not called and draw.happens(0.8):
            line += f',"venue":"{venue}","city":"{city}"'
        if draw.happens(0.5):
            line += f',"host_country":"{code}"'
        count = draw.pick(PARTICIPANTS)
        first = draw.below(POOL - count)
        present = zip(ITEMS, participants[first : first + count], strict=False)
        line += f',"participants":[{",".join(f"{item}{participant}" for item, participant in present)}]'
        if draw.happens(0.6):
            line += (
                f',"agreements":[{{"item":"pact","agreement":"{draw.pick(AGREEMENTS)}","link":"{draw.pick(LINKS)}"}}]'
            )
        evidence = [_evidence(draw, sources, supports, place) for _ in range(draw.pick(EVIDENCE))]
        if draw.happens(0.05):
            evidence.append(BACKGROUND)
        yield f'{line},"evidence":[{",".join(evidence)}]}}'


def _participant(draw: _Draw) -> str:
    participant = {"country": draw.pick(PLACES)[0]}
    if draw.happens(0.6):
        participant["leader"] = _slug(_leader(draw))
    if draw.happens(0.5):
        participant["designation"] = draw.pick(DESIGNATIONS)
    return _encode(participant | {"role": draw.pick(ROLES), "attendance": draw.pick(ATTENDANCES)}).removeprefix("{")


def _supports(draw: _Draw) -> str:
    supports: list[Json] = [{"field": "/city", "basis": "stated"}]
    if draw.happens(0.3):
        leader = _slug(_leader(draw))
        supports.append({"field": "/participants/first/leader", "value": leader, "basis": "resolved"})
    if draw.happens(0.2):
        code, country, *_ = draw.pick(PLACES)
        cell = {"field": "/participants/first/country", "value": code, "basis": "resolved", "rule": "country_name"}
        supports.append(cell | {"words": country})
    if draw.happens(0.1):
        supports.append({"field": "/kind", "basis": "inferred", "note": "The quote tells of a meeting, not its kind."})
    return _encode(supports)


def _evidence(draw: _Draw, sources: Sequence[str], supports: Sequence[str], place: tuple[str, str, str, str]) -> str:
    _, country, city, _ = place
    leader = _leader(draw)
    quote = draw.pick(QUOTES).format(
        leader=leader,
        country=country,
        city=city,
        number=draw.below(1000),
        day=1 + draw.below(28),
        month=draw.pick(MONTHS),
        year=FIRST_YEAR + draw.below(7),
    )
    start = draw.below(20_000)
    entry = f'{{"source":"{draw.pick(sources)}","start":{start},"end":{start + len(quote)},"quote":{_encode(quote)}'
    if draw.happens(0.3):
        entry += ',"grade":"quoted"'
    if draw.happens(0.1):
        entry += f',"asserted_by":"{leader}"'
    if draw.happens(0.3):
        entry += f',"stance":"{draw.pick(STANCES)}"'
    return f'{entry},"supports":{draw.pick(supports)}}}'


def _leader(draw: _Draw) -> str:
    return f"{draw.pick(GIVEN)} {draw.pick(FAMILY)}"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-").replace("'", "-")


def _day(draw: _Draw) -> str:
    return f"{FIRST_YEAR + draw.below(7)}-{1 + draw.below(12):02d}-{1 + draw.below(28):02d}"


def _date(draw: _Draw) -> str:
    day = _day(draw)
    if draw.happens(0.9):
        return day
    if draw.happens(0.6):
        return day[:7]
    return day[:4] if draw.happens(0.8) else f"{day}/.."


def _set(key: str, value: object) -> Defect:
    return lambda record: record.update({key: value})


def _set_first(items: str, key: str, value: object) -> Defect:
    return lambda record: record[items][0].update({key: value})


def _drop(key: str) -> Defect:
    return lambda record: record.pop(key)


DEFECTS: dict[str, Defect] = {
    "bad enum": _set("kind", "gathering"),
    "bad id": _set("id", "Meeting 1"),
    "missing required": _drop("mode"),
    "extra key": _set("weather", "fair"),
    "wrong type": _set("label", 7),
    "impossible date": _set("date", "2023-02-30"),
    "empty supports": _set_first("evidence", "supports", []),
    "wrong nested role": _set_first("participants", "role", "guest"),
    "wrong nested country": _set_first("participants", "country", "kaz"),
    "negative offset": _set_first("evidence", "start", -1),
    "empty quote": _set_first("evidence", "quote", ""),
    "null for a required key": _set("label", None),
}
"""What may be wrong with a line, and how it is made so; each is one error of the JSON Schema."""


def main() -> None:
    """Write the lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("n", type=int, metavar="N")
    parser.add_argument("out", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--bad", type=float, default=0.0, metavar="FRACTION")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with arguments.out.open("wb") as file:
        file.writelines(meetings(arguments.n, arguments.seed, arguments.bad))


if __name__ == "__main__":
    main()
