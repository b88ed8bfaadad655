"""Seeds of any size in the mix of the real record: the real seeds, and copies of them under new names.

A copy has its own sources (record and text), people, meetings and agreements, in the numbers of the real record. Its
people and agreements have names of their own, in its texts as in its records, so that whatever looks for a name has
more names to look through; its dates, weekdays and countries are the real ones. All of it passes ``accords check``.

A copy differs from the real files by one suffix after each id and each name, so a file is cut there once, and a copy of
it is its pieces joined by the suffix: 10,000 records take seconds. The same arguments give the same bytes::

    python benchmarks/real_mix.py 10000 /tmp/seeds
"""

import argparse
import hashlib
import itertools
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from accords_data.model.addresses import slug

REAL = Path("seeds")
KINDS = {
    "mix": ("sources", "leaders", "meetings", "agreements"),
    "source": ("sources",),
    "leader": ("sources", "leaders"),
    "meeting": ("meetings",),
    "agreement": ("agreements",),
}
"""The folders that a copy has. People come with the sources that name them; the countries of the world stay as many."""
ALONE = ("meeting", "agreement")
"""Kinds that are copied without their sources and names: those records that no other record points to."""
MISPRINT = "2025-11-07-kazakhstan-wion.yaml"
"""A source with a wrong weekday, which is allowed only beside the agreement that disputes it."""
TITLES = (
    "Abraham",
    "Joint Communique",
    "Joint Declaration",
    "Joint Statement",
    "Economic Partnership",
    "air services",
    "bilateral agreement",
    "declaration of mutual",
    "defence memorandum",
    "fields of culture",
    "mechanisms for political",
    "of the three sides",
    "security memorandum",
    "trilateral framework",
)
"""Words of the titles of the real agreements after which a copy gets its suffix: no name of a country is broken there,
and no word that says of which kind something is."""
_SLUG = re.compile("(?<=field: /)(?:other_names|other_titles|alternative_titles)/[a-z0-9-]+")
"""An address that is the slug of a name or title; a slug has at most 90 letters."""
_LONG = re.compile("(?<=/other_titles/)([a-z0-9-]{90})[a-z0-9-]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Template:
    """A file of the real seeds, cut where a copy of it gets its suffix."""

    folder: str
    stem: tuple[str, ...]
    ending: str
    pieces: tuple[str, ...]

    def write(self, root: Path, suffix: str, *changes: tuple[str, str]) -> str:
        """Write the copy with `suffix` below `root`, each of `changes` made; return the SHA-256 of its bytes."""
        text = suffix.join(self.pieces)
        text = _LONG.sub(lambda found: found[1].strip("-"), text)
        for old, new in changes:
            text = text.replace(old, new)
        content = text.encode()
        (root / self.folder / f"{suffix.join(self.stem)}{self.ending}").write_bytes(content)
        return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class Entry:
    """A record of the real seeds; a source with its text."""

    record: Template
    text: Template | None
    sha256: str

    def write(self, root: Path, suffix: str) -> None:
        """Write the copy with `suffix` below `root`."""
        if self.text is None:
            self.record.write(root, suffix)
        else:
            self.record.write(root, suffix, (self.sha256, self.text.write(root, suffix)))


def entries(real: Path, kind: str = "mix") -> list[Entry]:
    """Return the records of `real` of which a copy for `kind` consists, cut for its suffix."""
    yaml = YAML(typ="safe", pure=True)
    records = {path: yaml.load(path) for folder in KINDS[kind] for path in sorted((real / folder).glob("*.yaml"))}
    if kind != "mix":
        records.pop(real / "sources" / MISPRINT, None)
    if kind in ALONE:
        records = {path: data for path, data in records.items() if _alone(real, path)}
    words: Sequence[str] = () if kind in ALONE else _words(records)
    patterns = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in words]
    marks = re.compile("|".join([*_ids(records), *patterns]))
    return [_entry(path, data, marks, words) for path, data in records.items()]


def _alone(real: Path, path: Path) -> bool:
    """Return whether no record of `real` points to the one at `path`."""
    named = re.compile(rf": {re.escape(path.stem)}(?![\w-])")
    return not any(named.search(each.read_text(encoding="utf-8")) for each in real.rglob("*.yaml") if each != path)


def _ids(records: Iterable[Path]) -> list[str]:
    return [rf"(?<![\w/-])(?<!item: ){re.escape(path.stem)}(?![\w-])" for path in records]


def _words(records: dict[Path, dict[str, str]]) -> list[str]:
    """Return each word in texts and records after which a copy gets its suffix."""
    people = [data for path, data in records.items() if path.parent.name == "leaders"]
    names = {name.split()[-1] for data in people for name in (data["name"], *data.get("other_names", ()))}
    return sorted(names.union(TITLES))


def _entry(path: Path, data: dict[str, str], marks: re.Pattern[str], words: Sequence[str]) -> Entry:
    record = _template(path, marks, words)
    text = _template(path.with_name(data["path"]), marks, ()) if "path" in data else None
    return Entry(record, text, data.get("sha256", ""))


def _ends_in_slugs(text: str, words: Iterable[str]) -> Iterator[int]:
    """Yield where `words` end in the addresses of the record `text` that are slugs of names and titles."""
    slugs = "|".join(re.escape(slug(word)) for word in words)
    if slugs:
        small = re.compile(rf"(?<![a-z0-9])(?:{slugs})(?![a-z0-9])")
        for found in _SLUG.finditer(text):
            yield from (match.end() for match in small.finditer(text, *found.span()))


def _template(path: Path, marks: re.Pattern[str], words: Iterable[str]) -> Template:
    text = path.read_text(encoding="utf-8")
    ends = [0, *sorted({*(match.end() for match in marks.finditer(text)), *_ends_in_slugs(text, words)}), len(text)]
    pieces = tuple(text[start:end] for start, end in itertools.pairwise(ends))
    return Template(path.parent.name, (path.stem, ""), path.suffix, pieces)


def suffix_of(number: int) -> str:
    """Return the suffix of the copy `number`, which fits into an id and a name: qaaaa, qaaab, and so on."""
    letters = ""
    for _ in range(4):
        number, letter = divmod(number, len(LETTERS))
        letters = LETTERS[letter] + letters
    return f"q{letters}"


def generate(out: Path, number: int, kind: str = "mix", real: Path = REAL) -> int:
    """Make `out` a seeds folder of as many records as whole copies fit into `number`; return how many it has."""
    shutil.copytree(real, out)
    total = sum(1 for _ in out.glob("*/*.yaml"))
    copied = entries(real, kind)
    copies = max(0, number - total) // len(copied)
    for index in range(copies):
        for entry in copied:
            entry.write(out, suffix_of(index))
    return total + copies * len(copied)


def main() -> None:
    """Make the folder, and print how many records it has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("number", type=int, help="how many records, the real ones among them")
    parser.add_argument("out", type=Path, help="the seeds folder to make")
    parser.add_argument("--kind", choices=KINDS, default="mix", help="of which kind there are to be more")
    asked = parser.parse_args()
    print(f"{generate(asked.out, asked.number, asked.kind)} records in {asked.out}")


if __name__ == "__main__":
    main()
