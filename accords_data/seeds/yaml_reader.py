"""Reading YAML of which nothing is trusted: plain values with the place of each, or problems.

Only what a record needs is read: mappings with text keys, lists, text, whole numbers, ``true``/``false`` and
``null``, one document a file. Anchors, aliases, tags and merge keys are refused, dates must be quoted
(YAML 1.2 with the timestamp of 1.1 is what the parser resolves), nothing nests deeper than `MAX_DEPTH`.

Two parsers give the events. libyaml, through PyYAML, is some twenty times as fast, and reads what nobody could read
otherwise. Whatever it refuses, and whatever it might read in another way than YAML 1.2, goes to the pure parser of
`ruamel.yaml`, which decides and makes every message. Tests hold that both give the same answers.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from accords_data.problems import Problem

MAX_DEPTH = 20
"""Deepest nesting of mappings and lists; a record needs 5."""

_TAG = "tag:yaml.org,2002:"
_BOM = "\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGER = re.compile("[-+]?[0-9]+")
_DOUBTFUL = re.compile(
    r"""[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]  # breaks a line, or is read, in 1.1 alone
    | ^% | ^--- | ^\.\.\.  # directives and marks of documents
    | <<  # merge keys
    | \\[uUx]  # escapes, of surrogates among them
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What a text has that the two parsers may read differently, or refuse at different places."""
_WORDS = {
    word: kind
    for kind, words in {"null": "~ null Null NULL", "bool": "true True TRUE false False FALSE"}.items()
    for word in words.split()
}
_CERTAIN_INTEGER = re.compile("[-+]?(?:0|[1-9][0-9]*)")
_MAYBE_NUMBER = re.compile(r"[-+]?(?:0[xob][0-9a-f_]*|\.(?:inf|nan)|[-+.:_0-9etz ]*)", re.IGNORECASE)
"""Every number and every time of YAML 1.1 or 1.2, and more."""


@attrs.frozen
class Document:
    """The values of one file, and where each stands."""

    path: str
    data: Any
    marks: dict[str, tuple[int, int]]
    """Line and column, from 1, by JSON Pointer; of a field that holds a list or mapping, those of its name."""

    def problem(self, pointer: str, message: str, hint: str | None = None) -> Problem:
        """Return a problem at `pointer`, or at the innermost part of it that the file has."""
        place = pointer
        while place not in self.marks and place:
            place = place.rpartition("/")[0]
        line, column = self.marks.get(place, (1, 1))
        return Problem(path=self.path, line=line, column=column, pointer=pointer, message=message, hint=hint)


def decode(path: str, content: bytes) -> str | Problem:
    """Return `content` as text: UTF-8 without byte order mark, lines ending in LF; else the problem."""
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
            path=path, line=line, message="a line ends in CR, not LF alone", hint="convert the file to LF line ends"
        )
    if not text.strip():
        return Problem(
            path=path, line=1, column=1, message="the file is empty", hint="write a record, or delete the file"
        )
    return text


def parse(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Return the document that the YAML `text` holds, or None and everything wrong with it."""
    document = read_quickly(path, text)
    return (document, []) if document is not None else read_carefully(path, text)


def is_quick() -> bool:
    """Return whether PyYAML has libyaml; without it the pure parser reads every text, slowly."""
    import yaml

    return bool(yaml.__with_libyaml__)


class _DoubtError(Exception):
    """The two parsers may give this scalar another meaning."""


def read_quickly(path: str, text: str) -> Document | None:
    """Return the document by libyaml, or None where the pure parser must decide."""
    import yaml

    if not is_quick() or _DOUBTFUL.search(text):
        return None
    builder = _Builder(path, _certain_meaning)
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            builder.take(event)
            if builder.problems:
                return None
    except (yaml.YAMLError, _DoubtError):
        return None
    return Document(path, builder.root, builder.marks) if isinstance(builder.root, dict) else None


def _certain_meaning(value: str) -> str:
    """Return what the plain scalar `value` is: ``null``, ``bool``, ``int`` or ``str``.

    Raises:
        _DoubtError: it may be something else.
    """
    if value in _WORDS:
        return _WORDS[value]
    if _CERTAIN_INTEGER.fullmatch(value):
        return "int"
    if _MAYBE_NUMBER.fullmatch(value):  # nothing at all is among them: the parsers place it differently
        raise _DoubtError
    return "str"


def read_carefully(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Return the document by the pure parser, or None and everything wrong with it."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.reader import ReaderError

    yaml = YAML(typ="safe", pure=True)

    def meaning(value: str) -> str:
        return str(yaml.resolver.resolve(ScalarNode, value, (True, False))).removeprefix(_TAG)

    builder = _Builder(path, meaning)
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
        return None, [document.problem("", f"{name_of(document.data)} where a mapping belongs", "start with `id:`")]
    return document, []


def name_of(value: object) -> str:
    """Return what a reader calls the type of the JSON `value`: ``text``, ``a list``, …."""
    names = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return "null" if value is None else names[type(value)]


@attrs.define
class _Level:
    """A mapping or list that is being read."""

    value: dict[str, Any] | list[Any]
    pointer: str
    key: str | None = None


@attrs.define
class _Builder:
    """Takes the events of one file, one after the other: of PyYAML or of `ruamel.yaml`, which name them alike."""

    path: str
    meaning: Callable[[str], str]
    """Returns what a plain scalar is: a tag of YAML without its prefix."""
    root: Any = None
    marks: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)
    levels: list[_Level] = attrs.field(factory=list)
    documents: int = 0

    def take(self, event: Any) -> bool:  # noqa: ANN401 - an event of either library
        """Take one event; return whether to go on."""
        if getattr(event, "anchor", None) is not None:
            self.refuse(event.start_mark, "anchors and aliases (& and *) are not read", "write the value out")
        match type(event).__name__:
            case "ScalarEvent":
                self.scalar(event)
            case "MappingStartEvent":
                return self.open(event, {})
            case "SequenceStartEvent":
                return self.open(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self.levels.pop()
            case "AliasEvent":
                self.add(None, event)
            case "DocumentStartEvent":
                self.documents += 1
                if self.documents > 1:
                    self.refuse(event.start_mark, "a second document", "one record a file")
                    return False
        return True

    def open(self, event: Any, value: dict[str, Any] | list[Any]) -> bool:  # noqa: ANN401 - as in `take`
        """Begin the mapping or list `value`; return whether to go on."""
        self.check_tag(event)
        if len(self.levels) == MAX_DEPTH:
            self.refuse(event.start_mark, f"nested deeper than {MAX_DEPTH} levels")
            return False
        if self.levels and isinstance(self.levels[-1].value, dict) and self.levels[-1].key is None:
            self.refuse(event.start_mark, f"{name_of(value)} as the name of a field", "a name is text")
            return False
        self.levels.append(_Level(value, self.add(value, event)))
        return True

    def scalar(self, event: Any) -> None:  # noqa: ANN401 - as in `take`
        """Take `event` as the name of a field, or as a value."""
        self.check_tag(event)
        if _SURROGATE.search(event.value):
            self.refuse(event.start_mark, "a lone surrogate escape", "write the character itself")
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.value, dict) and level.key is None:
            self.name(level, event)
        else:
            self.add(self.value(event), event)

    def name(self, level: _Level, event: Any) -> None:  # noqa: ANN401 - as in `take`
        """Take `event` as the name of the next field of the mapping `level`."""
        if event.value == "<<" and event.implicit[0]:
            self.refuse(event.start_mark, "merge keys (<<) are not read", "write the fields out")
        if event.value in level.value:
            self.refuse(event.start_mark, f"'{event.value}' stands twice in one mapping", "keep one of them")
        level.key = event.value
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.marks.setdefault(f"{level.pointer}/{_escape(event.value)}", mark)

    def add(self, value: Any, event: Any) -> str:  # noqa: ANN401 - any value, and as in `take`
        """Put `value` where it belongs and return its pointer."""
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not self.levels:
            self.root = value
            self.marks[""] = mark
            return ""
        level = self.levels[-1]
        if isinstance(level.value, list):
            pointer = f"{level.pointer}/{len(level.value)}"
            level.value.append(value)
            self.marks[pointer] = mark
        else:
            key = level.key or ""
            pointer = f"{level.pointer}/{_escape(key)}"
            level.value[key] = value
            level.key = None
            if not isinstance(value, dict | list):  # those have the mark of their name
                self.marks[pointer] = mark
        return pointer

    def value(self, event: Any) -> str | int | bool | None:  # noqa: ANN401 - as in `take`
        """Return what a scalar means by the rules of YAML 1.2."""
        plain = event.implicit[0]
        match self.meaning(event.value) if plain else "str":
            case "null":
                return None
            case "bool":
                return bool(event.value.lower() == "true")
            case "int" if _INTEGER.fullmatch(event.value):
                return int(event.value)
            case "timestamp":
                self.refuse(event.start_mark, f"an unquoted date, {event.value}", f'write "{event.value}"')
            case "float" | "int":
                self.refuse(event.start_mark, f"an unquoted number, {event.value}", f'write "{event.value}"')
        return str(event.value)

    def check_tag(self, event: Any) -> None:  # noqa: ANN401 - as in `take`
        """Refuse a tag."""
        if event.tag is not None:
            self.refuse(event.start_mark, "tags (!) are not read", "remove the tag")

    def refuse(self, mark: Any, message: str, hint: str | None = None) -> None:  # noqa: ANN401 - untyped library
        line, column = (None, None) if mark is None else (mark.line + 1, mark.column + 1)
        self.problems.append(Problem(path=self.path, line=line, column=column, message=message, hint=hint))


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def pointer_of(parts: Iterator[object]) -> str:
    """Return the RFC 6901 JSON Pointer of a path of names and indexes."""
    return "".join(f"/{_escape(str(part))}" for part in parts)
