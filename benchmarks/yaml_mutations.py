"""Whether the two parsers of seed files give the same answer: mutated seed texts, as many as asked for.

    python benchmarks/yaml_mutations.py 100000 [SEED]

It prints the seed, how many texts libyaml read, and each text that the two read differently; exit status 1 then.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from accords_data.seeds import yaml_reader

SEEDS = Path(__file__).parent.parent / "seeds"
LONGEST = 3_000
"""Longest seed text that is mutated: the pure parser takes its time."""
WINDOW = 25
"""Lines of the stretch that most mutations are made in."""
STRETCHES = 7
"""Of ten mutated texts, those that are a stretch of a seed and not the whole."""
TOKENS = (
    "'", '"', ":", ": ", "- ", "#", " #", "\n", "\n  ", "  ", "\t", "|", "|\n", ">", "> ", "{", "}", "[", "]", ",",
    "&a ", "*a ", "!x ", "!!str ", "? ", "<<: ", "~", "null", "yes", "No", "on", "True", "TRUE", "nUll", "0o7", "012",
    "1_000", "1e3", ".5", "1.", "e3", "1e", "+1", "-0", "00", "0x1F", "0xg", "0b1", "190:20", ".inf", "-.INF", ".nan",
    "2020-01-01", "2020-01-01x", "2020-1-1 10:00:00", "2020-01-01T10:00:00Z", "10:20:30", "deaf-cafe", "%",
    "%YAML 1.1\n", "---\n", "...\n", "@", "`", "\\", "\\n", "\\u0041", "\\x41", "\\N", "\\L", "\xa0", "\x85",
    "\u2028", "é", "\ufeff", "\U0001f600", "=", "-", ".", "key: value\n", "id: x\n", "a: b: c\n", "? a\n: b\n",
    "? [a]\n: b\n", "[? a: b]", "{? a : b}", "''", '""', "'a''b'", "'a\n  b'", '"a\\\n  b"', "- - a\n",
    "{a: 1, b: [x, y]}", "[a, b: c]", "::", "a:b", "http://x.y/#z", "x #y", "x#y", "|-\n    text\n",
    "|+\n    text\n\n", ">-\n    text\n    more\n\n    p\n", "|2\n      t\n",
)  # fmt: skip
"""What is put into a text: marks of YAML, values that only one version of it reads as text, odd characters."""


def mutated(number: int, chance: random.Random) -> Iterator[str]:
    """Yield `number` seed texts, or stretches of them, with up to three changes each."""
    texts = [text for path in sorted(SEEDS.glob("*/*.yaml")) if len(text := path.read_text(encoding="utf-8")) < LONGEST]
    for _ in range(number):
        lines = chance.choice(texts).split("\n")
        first = chance.randrange(max(1, len(lines) - WINDOW))
        text = "\n".join(lines[first : first + WINDOW] if chance.randrange(10) < STRETCHES else lines) + "\n"
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            text = _changed(text, chance)
        yield text


def _changed(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    line = text.find("\n", place) + 1
    value = text.find(": ", place) + 2
    match chance.choices(("insert", "delete", "at a line", "value"), (55, 20, 15, 10))[0]:
        case "delete":
            return text[:place] + text[place + chance.randrange(1, 6) :]
        case "at a line":
            return text[:line] + chance.choice(TOKENS) + text[line:]
        case "value" if value > 1:
            return text[:value] + chance.choice(TOKENS) + text[text.find("\n", value) :]
        case _:
            return text[:place] + chance.choice(TOKENS) + text[place:]


def difference(text: str) -> str | None:
    """Return what the two parsers say differently of `text`; None where they agree, or libyaml leaves it alone."""
    quick = yaml_reader.read_quickly("text", text)
    if quick is None:
        return None
    careful, problems = yaml_reader.read_carefully("text", text)
    if careful == quick and list(careful.marks) == list(quick.marks):
        return None
    return f"{text!r}: {quick} instead of {careful} {problems}"


def main(number: int, seed: int) -> int:
    """Compare `number` texts; return the exit status."""
    quick = different = 0
    for text in mutated(number, random.Random(seed)):  # noqa: S311 - no secret
        quick += yaml_reader.read_quickly("text", text) is not None
        if (told := difference(text)) is not None:
            different += 1
            print(told)
    print(f"seed {seed}: {number:,} texts, {quick:,} read by libyaml, {different} of them in another way")
    return 1 if different or not quick else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))  # noqa: PLR2004 - two arguments
