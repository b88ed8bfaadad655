"""The values of one YAML file, put together from the events of a parser, and where each of them stands."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from accords_data.problems import Problem

MAX_DEPTH = 20
"""Deepest nesting of mappings and lists; a record needs 5."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGER = re.compile("[-+]?[0-9]+")


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
class Builder:
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
            self.refuse(event.start_mark, "anchors and aliases (& and *) are not supported", "write the value out")
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
                    self.refuse(event.start_mark, "a second YAML document", "write one record per file")
                    return False
        return True

    def open(self, event: Any, value: dict[str, Any] | list[Any]) -> bool:  # noqa: ANN401 - as in `take`
        """Begin the mapping or list `value`; return whether to go on."""
        self.check_tag(event)
        if len(self.levels) == MAX_DEPTH:
            self.refuse(event.start_mark, f"nested deeper than {MAX_DEPTH} levels")
            return False
        if self.levels and isinstance(self.levels[-1].value, dict) and self.levels[-1].key is None:
            self.refuse(
                event.start_mark,
                f"expected a text as the name of a field, found {name_of(value)}",
                "put it in quotes, or correct it",
            )
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
            self.refuse(event.start_mark, "merge keys (<<) are not supported", "write the fields out")
        if event.value in level.value:
            self.refuse(event.start_mark, f"duplicate field '{event.value}'", "keep one of them")
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
            self.refuse(event.start_mark, "tags (!) are not supported", "remove the tag")

    def refuse(self, mark: Any, message: str, hint: str | None = None) -> None:  # noqa: ANN401 - untyped library
        """Keep a problem at `mark`, a place of either library; of the whole file where it is None."""
        line, column = (None, None) if mark is None else (mark.line + 1, mark.column + 1)
        self.problems.append(Problem(path=self.path, line=line, column=column, message=message, hint=hint))


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def pointer_of(parts: Iterator[object]) -> str:
    """Return the RFC 6901 JSON Pointer of a path of names and indexes."""
    return "".join(f"/{_escape(str(part))}" for part in parts)
