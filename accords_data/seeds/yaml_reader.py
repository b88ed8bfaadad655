"""Reading YAML of which nothing is trusted: plain values with the place of each, or problems.

Only what a record needs is read: mappings with text keys, lists, text, whole numbers, ``true``/``false`` and
``null``, one document a file. Anchors, aliases, tags and merge keys are refused, dates must be quoted
(YAML 1.2 with the timestamp of 1.1 is what the parser resolves), nothing nests deeper than 20 levels.

Two parsers give the events. libyaml, through PyYAML, is some twenty times as fast, and reads what nobody could read
otherwise. Whatever it refuses, and whatever it might read in another way than YAML 1.2, goes to the pure parser of
`ruamel.yaml`, which decides and makes every message. Tests hold that both give the same answers.
"""

import re
from collections.abc import Mapping
from typing import Any

import attrs

from accords_data.model.characters import NO_CHARACTER
from accords_data.problems import Problem
from accords_data.seeds import libyaml_reader
from accords_data.seeds.yaml_events import Builder, name_of

_TAG = "tag:yaml.org,2002:"
_BOM = "\ufeff"
_NO_TEXT = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f]|{NO_CHARACTER}"
    + "".join(f"|[{chr(last - 1)}{chr(last)}]" for last in range(0x1FFFF, 0x110000, 0x10000))
)
"""Control characters but tab and line feed, and code points that are no character."""


@attrs.frozen
class Document:
    """The values of one file, and where each stands."""

    path: str
    data: Any
    marks: Mapping[str, tuple[int, int]]
    """Line and column, from 1, by JSON Pointer; of a field that holds a list or mapping, those of its name."""

    def problem(self, pointer: str, message: str, hint: str | None = None) -> Problem:
        """Return a problem at `pointer`, or at the innermost part of it that the file has."""
        place = pointer
        while place not in self.marks and place:
            place = place.rpartition("/")[0]
        line, column = self.marks.get(place, (1, 1))
        return Problem(path=self.path, line=line, column=column, pointer=pointer, message=message, hint=hint)


def decode(path: str, content: bytes) -> str | Problem:
    """Return `content` as text: UTF-8 without byte order mark or control characters, with LF line ends; or why not."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(
            path=path,
            line=line,
            message=f"not UTF-8: byte {error.start} is 0x{content[error.start]:02x}",
            hint="save the file as UTF-8",
        )
    if text.startswith(_BOM):
        return Problem(
            path=path,
            line=1,
            column=1,
            message="starts with a byte order mark",
            hint="save the file as UTF-8 without BOM",
        )
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        return Problem(
            path=path,
            line=line,
            message="a line ends with CR; only LF is allowed",
            hint="convert the file to LF line endings",
        )
    if not text.strip():
        return Problem(
            path=path, line=1, column=1, message="the file is empty", hint="write a record, or delete the file"
        )
    return _unprintable(path, text) or text


def _unprintable(path: str, text: str) -> Problem | None:
    """Return the problem of the first character that no text has and that a terminal may obey, if there is one."""
    found = _NO_TEXT.search(text)
    if found is None:
        return None
    place = found.start()
    sort = "no character" if found[0] > "\x9f" else "a control character"
    return Problem(
        path=path,
        line=text.count("\n", 0, place) + 1,
        column=place - text.rfind("\n", 0, place),
        message=f"{sort}, U+{ord(found[0]):04X}",
        hint="remove it",
    )


def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Return the document that the YAML `text` holds, or None and everything wrong with it."""
    document = read_quickly(path, text)
    return (document, []) if document is not None else read_carefully(path, text)


def read_quickly(path: str, text: str) -> Document | None:
    """Return the document by libyaml, or None where the pure parser must decide."""
    data = libyaml_reader.mapping_of(text)
    return None if data is None else Document(path, data, libyaml_reader.Marks(text))


def read_carefully(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Return the document by the pure parser, or None and everything wrong with it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.reader import ReaderError

    yaml = YAML(typ="safe", pure=True)

    def meaning(value: str) -> str:
        return str(yaml.resolver.resolve(ScalarNode, value, (True, False))).removeprefix(_TAG)

    builder = Builder(path, meaning)
    try:
        for event in yaml.parse(text):
            if not builder.take(event):
                break
    except MarkedYAMLError as error:
        builder.refuse(error.problem_mark or error.context_mark, f"not YAML: {error.problem or error.context}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        message = f"a control character, U+{ord(text[error.position]):04X}"
        builder.problems.append(Problem(path=path, line=line, message=message, hint="remove it"))
    except YAMLError as error:
        builder.refuse(None, f"not YAML: {error}")
    if builder.problems:
        return None, builder.problems
    document = Document(path, builder.root, builder.marks)
    if not isinstance(document.data, dict):
        return None, [document.problem("", f"expected a mapping, found {name_of(document.data)}", "start with `id:`")]
    return document, []
