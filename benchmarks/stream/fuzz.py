"""Whether the fast verdict on lines is the one of `jsonschema`: mutated records, judged both ways, line by line.

Run it from the root of the repository: ``.venv/bin/python benchmarks/stream/fuzz.py 1000000 --seed 7``. It prints the
seed, what was accepted and refused, and each line on which the two differ; it ends with 1 where there is one.

The reference reads a line as UTF-8 JSON and asks `jsonschema` with its format checker. A lone surrogate is refused
before: it is JSON, but no text that a table could hold.
"""

import argparse
import copy
import io
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import generate

from accords_data.model.records import MODELS, PLURALS
from accords_data.model.schemas import line_schema
from accords_data.seeds import schema_errors
from accords_data.stream import lines
from accords_data.stream.inputs import bare
from accords_data.stream.judge import Judge
from accords_data.stream.slow_path import parse

JUNK = [
    None, True, False, 0, -1, 1.0, 1.5, 3e2, 2**31 - 1,
    2**31, 10**20, "", "x", " ", "=1", "@a", "ISR", "isr", "X-AB", "ISRX",
    [], [None], [[]], {}, {"a": 1}, "2020-02-30", "2020-02-29", "2019-02-29", "2020-1-05", "2020-01-05T00:00:00",
    "20200105", "2020-W10-1", "2020-01/2020-02", "../2020", "a\n", "a\tb", "\x7f", "\x85", "a\u0301", "\u0661\u0662",
    "é" * 999,
    "x" * 1000, "x" * 1001, "\U0001f600" * 1000, "\U0001f600" * 1001, "y" * 4001, "en-US", "null", "a--b", "a-", "-a",
    "\ud800", "\u0000", "/a/b", "//", "stated", "supports", "disputes", "call",
]  # fmt: skip
KEYS = [
    "zz",
    "label",
    "date",
    "stance",
    "evidence",
    "participants",
    "agreements",
    "",
    "id",
    "Id",
    "é",
    "value",
    "draft",
]


def base(kind: str) -> list[dict[str, Any]]:
    """Return valid records of `kind`: those of the release, and invented ones."""
    path = Path("exports/json") / f"{PLURALS[kind]}.json"
    records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    invented = [json.loads(line) for line in generate.meetings(200, 1, 0.0)] if kind == "meeting" else []
    return records + [bare(record) for record in records] + invented


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON value
    """Yield each holder in `value` with each key or index of it."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def mutate(record: dict[str, Any], rng: random.Random) -> None:
    """Change one thing in `record`."""
    found = list(places(record))
    if not found:
        return
    holder, key = rng.choice(found)
    value = holder[key]
    match rng.randrange(7):
        case 0:
            del holder[key]
        case 1 | 2:
            holder[key] = copy.deepcopy(rng.choice(JUNK))
        case 3:
            target = value if isinstance(value, dict) else record
            target[rng.choice(KEYS)] = copy.deepcopy(rng.choice(JUNK))
        case 4 if isinstance(value, list):
            value.append(copy.deepcopy(rng.choice([*JUNK, *value])))
        case 5 if isinstance(value, str) and value:
            holder[key] = rng.choice(
                [value + "\n", " " + value, value.upper(), value[:-1], value + value, value + "\x80"]
            )
        case _:
            holder[key] = None


TEXT = [
    lambda line: line + line,
    lambda line: line[:-1],
    lambda _: b"",
    lambda line: b" " + line,
    lambda line: line + b" ",
    lambda line: line + b"\r",
    lambda line: line.replace(b'":', b'" : ', 3),
    lambda line: line.replace(b",", b" ,\t", 3),
    lambda line: line.replace(b",", b"\n,", 1),
    lambda line: line.replace(b"{", b"{\n", 2),
    lambda line: line.replace(b"},{", b"},\n{", 1),
    lambda line: line[:-1] + b',"label":"dup"}',
    lambda line: b'{"kind":"bogus",' + line[1:],
    lambda line: line.replace(b'"id":"', b'"id":"\xff', 1),
    lambda line: line.replace(b'"name":"', b'"name":"\xed\xa0\x80', 1),
    lambda line: line.replace(b'"label":"', b'"label":"\xc3', 1),
    lambda line: line.replace(b'"label":"', b'"label":"\\ud800', 1),
    lambda line: line.replace(b'"label":"', b'"label":"\\ud83d\\ude00', 1),
    lambda line: line.replace(b'"id"', b'"\\u0069d"', 1),
    lambda line: line.replace(b'"stance":"supports"', b'"st\\u0061nce":null', 1),
    lambda line: line.replace(b'"evidence":', b'"evidence" :null,"x":', 1),
    lambda line: b"[" + line + b"]",
    lambda _: b"null",
    lambda _: b"{}",
    lambda _: b'{"id":',
    lambda line: line.replace(b'"start":', b'"start":-', 1),
    lambda line: line.replace(b'"start":', b'"start":0', 1),
    lambda line: line.replace(b'"start":', b'"start":1e', 1),
    lambda line: line.replace(b'"start":', b'"start":NaN,"end":', 1),
    lambda line: line + b"#",
    lambda line: b"\xef\xbb\xbf" + line,
    lambda line: line.replace(b'"label":"', b'"label":"\t', 1),
    lambda line: line.replace(b'"label":"', b'"label":"\\/', 1),
    lambda line: line.replace(b'"label":"', b'"label":"\x00', 1),
    lambda line: line[:-1] + b',"zz":' + b"[" * 2_000 + b"]" * 2_000 + b"}",
]


def mutated(kind: str, number: int, rng: random.Random) -> list[bytes]:
    """Return about `number` lines: valid records of `kind`, half of them changed in one place or two."""
    records, made = base(kind), []
    while len(made) < number:
        record = copy.deepcopy(rng.choice(records))
        if rng.random() < 0.5:  # noqa: PLR2004 - half of them
            for _ in range(rng.choice([1, 1, 1, 2])):
                mutate(record, rng)
        escaped = rng.random() < 0.3  # noqa: PLR2004 - a third of them
        separators = (",", ":") if rng.random() < 0.7 else None  # noqa: PLR2004 - most of them
        text = json.dumps(record, ensure_ascii=escaped, separators=separators)
        line = text.encode(errors="surrogatepass")
        if rng.random() < 0.04:  # noqa: PLR2004 - few of them, so that most blocks are quick
            line = rng.choice(TEXT)(line)
        made += line.split(b"\n")
    return made


def accepted(kind: str, made: list[bytes], block: int) -> set[int]:
    """Return which of the lines `made` the fast verdict accepts, read in blocks of `block` bytes."""
    judge, found, line = Judge(kind), set(), 0
    data = b"\n".join(made) + b"\n"
    for start in range(0, len(data), block):
        end = min(start + block, len(data))
        for each in lines.blocks(io.BytesIO(data), start, end):
            assert isinstance(each, lines.Block)  # noqa: S101 - no line is that long
            verdict = judge.verdict(each, line)
            found |= set(verdict.numbers)
            rows = verdict.batch.column("id").to_pylist()
            written = [json.loads(content)["id"] for content in verdict.content.splitlines()]
            assert rows == written, "rows and lines in another order"  # noqa: S101 - a finding like any other
            line += verdict.lines
    return found


def differences(kind: str, made: list[bytes], block: int) -> Iterator[tuple[bytes, bool, str]]:
    """Yield each line on which the two verdicts differ, whether the fast one accepts it, and what is wrong."""
    fast = accepted(kind, made, block)
    explainer = schema_errors.explainer(line_schema(kind))
    for number, line in enumerate(made):
        if not line.strip(b" \t\r\n"):
            continue
        value = parse(line)
        wrong = value if isinstance(value, str) else next((e.message for e in explainer.iter_errors(value[0])), "")
        if (number in fast) != (not wrong):
            yield line, number in fast, wrong


def main() -> None:
    """Compare, in rounds over all kinds, until enough lines were compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--round", type=int, default=2_000)
    parser.add_argument("--kind", choices=list(MODELS), help="of these records alone; otherwise of all kinds in turns")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    rng, done, wrong, fine = random.Random(arguments.seed), 0, 0, 0  # noqa: S311 - no secret
    while done < arguments.number:
        kind = arguments.kind or rng.choice([*MODELS, "meeting", "meeting"])
        made = mutated(kind, arguments.round, rng)
        block = rng.choice([20_000, 300_000, 4 << 20])
        for line, fast, why in differences(kind, made, block):
            wrong += 1
            print("DIFFERENT", kind, "accepted" if fast else "refused", why, line[:400])
        done += len(made)
        fine += 1
        if fine % 50 == 0:
            print(f"{done} lines compared, {wrong} different", flush=True)
    print(f"seed {arguments.seed}: {done} lines compared, {wrong} different")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
