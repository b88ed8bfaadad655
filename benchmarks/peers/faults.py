"""Faults to plant in the real seeds, one at a time, to see who refuses them and who takes them.

What a program is said to check is thus what it was seen to refuse. Each fault is one change of one file, which is then
wrong in that one way alone, but that an id that stands twice is not the name of its file, either.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

ARE = "countries/ARE.yaml"


@dataclass(frozen=True)
class Fault:
    """A change of `path` from `old`, which stands there once, to `new`, and what is wrong then."""

    title: str
    path: str
    old: str
    new: str


FAULTS = (
    Fault("a text for a number", ARE, "cow_code: 696", "cow_code: unknown"),
    Fault("an unknown field", ARE, "wikidata_id: Q878", "wikidata: Q878"),
    Fault("a code of another pattern", ARE, "iso_alpha2: AE", "iso_alpha2: ae"),
    Fault("a word outside its vocabulary", ARE, "polity_status: un_member", "polity_status: member"),
    Fault("an impossible date", ARE, 'date: "2020-08-13"', 'date: "2020-02-30"'),
    Fault(
        "a reference to no record",
        "meetings/2025-11-06-white-house.yaml",
        "leader: donald-trump\n",
        "leader: donald-tramp\n",
    ),
    Fault("an id twice", "countries/BHR.yaml", "id: BHR", "id: ARE"),
    Fault("a quote that its source has not", ARE, '"The original Abraham Accords', '"The first Abraham Accords'),
    Fault("a value that its quote has not", ARE, 'date: "2020-08-13"', 'date: "2020-08-14"'),
    Fault(
        "a cell without words",
        ARE,
        "      - {field: /relations/isr-embassy-opened-2021-07-14/city, basis: stated}\n",
        "",
    ),
    Fault("a source's text changed", "sources/2020-08-13-joint-statement.txt", "embassies among", "trade among"),
)


def changed(fault: Fault, real: Path) -> str:
    """Return the text of the file of `real` that `fault` changes, changed."""
    text = (real / fault.path).read_text(encoding="utf-8")
    if text.count(fault.old) != 1:
        message = f"{fault.path} has {fault.old!r} {text.count(fault.old)} times, not once"
        raise ValueError(message)
    return text.replace(fault.old, fault.new)


def plant(fault: Fault, real: Path, out: Path) -> None:
    """Make `out` a copy of the seeds `real` with `fault`."""
    shutil.copytree(real, out)
    (out / fault.path).write_text(changed(fault, real), encoding="utf-8")
