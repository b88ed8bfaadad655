"""Whether the lines of a seed text tell its form as the round trip does: mutated seed texts, as many as asked for.

    python benchmarks/form_mutations.py 100000 [SEED]

It prints the seed, of how many texts the lines told that they are in the canonical form, and each of those that the
round trip would change or refuse; exit status 1 then.
"""

import random
import sys
from collections.abc import Iterator

import yaml_mutations

from accords_data.curate import canonical_form
from accords_data.model.records import PLURALS

LONGEST = 2_500
"""Longest seed text that is mutated: the round trip takes its time."""
TOKENS = (
    *yaml_mutations.TOKENS, "", " ", "(", "/", "a", "0", "007", "1e5", "-1", "+", "-", "!", "&", "*", "=", "<", "|",
    ">", "?", "\xd7", "Élysée", "2020-e5", "No", "Y", "true", "\\\\", '\\"', "''", "'x'", "draft: true\n", "name: x\n",
    "  - b\n", "{a: b}", "{a: b, a: c}", "[a, b]", "[a,b]", "{a: b,c: d}", "- {a: b}\n", " >-\n", ">-\n  text\n  more",
    "\ue000", "\ufffd", "\u0301", "\u200b", "\xad",
)  # fmt: skip
COMMENTS = ("# a comment", "#", "#x: y", "# ", "# a # b", "# 'a", "# - a", "  # in", "# é\u200b", "#\n#",
            "# yaml-language-server: $schema=x")  # fmt: skip
RANGES = ((0x20, 0x7F), (0xA0, 0x2100), (0x100, 0xD800), (0xE000, 0x10000))
"""Where characters are drawn from."""


def mutated(number: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield `number` texts, each with its record kind and up to three changes."""
    kinds = {folder: kind for kind, folder in PLURALS.items()}
    paths = sorted(yaml_mutations.SEEDS.glob("*/*.yaml"))
    texts = [(kinds[path.parent.name], path.read_text(encoding="utf-8")) for path in paths]
    short = [each for each in texts if len(each[1]) < LONGEST]
    for _ in range(number):
        kind, text = chance.choice(short)
        for _ in range(chance.choice((1, 1, 2, 3))):
            text = _changed(text, chance)
        yield kind, text


def _changed(text: str, chance: random.Random) -> str:
    """Return `text` with one change: anywhere in it, or such as a person makes in a line."""
    place = chance.randrange(len(text) + 1)
    match chance.randrange(8):
        case 0:
            return text[:place] + chance.choice(TOKENS) + text[place:]
        case 1:
            return text[:place] + text[place + chance.randrange(1, 4) :]
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = _changed_line(lines[at], lines, chance)
    return "\n".join(lines)


def _changed_line(line: str, lines: list[str], chance: random.Random) -> str:
    """Return one of the `lines`, changed, joined with another one, or with a comment above it."""
    match chance.randrange(7 if ": " in line else 4):
        case 0:
            return line.replace('"', "", chance.choice((1, 2)))
        case 1:
            return chance.choice((f" {line}", f"  {line}", line[1:], line[2:]))
        case 2:
            return f"{chance.choice(lines)}\n{line}"
        case 3:
            return f"{chance.choice(COMMENTS)}\n{line}"
    name, _, value = line.partition(": ")
    return f"{name}: {_changed_value(name, value, chance)}"


def _changed_value(name: str, value: str, chance: random.Random) -> str:
    """Return `value` with something before it, with a character in it, or over two lines below its `name`."""
    match chance.randrange(3):
        case 0:
            return f"{chance.choice(TOKENS)}{chance.choice(('', value))}"
        case 1:
            place = chance.randrange(len(value) + 1)
            return f"{value[:place]}{chr(chance.randrange(*chance.choice(RANGES)))}{value[place:]}"
        case _:
            indent = " " * (len(name) - len(name.lstrip(" -")) + 2)
            return f">-\n{indent}{chance.choice(('', '', ' '))}{chance.choice(TOKENS)}words\n{indent}{value}"


def difference(kind: str, text: str) -> str | None:
    """Return what the round trip makes of `text` where its lines tell the canonical form; None where it stays."""
    if not canonical_form.is_told_by_lines(kind, text):
        return None
    form = canonical_form.round_trip(kind, "text", text)
    return None if form == text else f"{kind} {text!r}: {form!r}"


def main(number: int, seed: int) -> int:
    """Compare `number` texts; return the exit status."""
    told = different = 0
    for kind, text in mutated(number, random.Random(seed)):  # noqa: S311 - no secret
        told += canonical_form.is_told_by_lines(kind, text)
        if (found := difference(kind, text)) is not None:
            different += 1
            print(found)
    print(f"seed {seed}: {number:,} texts, {told:,} told by their lines, {different} of them wrongly")
    return 1 if different or not told else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))  # noqa: PLR2004 - two arguments
