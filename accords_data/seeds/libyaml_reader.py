"""The values of a YAML text by libyaml: quick, and only where nothing in the text can be read in another way.

libyaml follows YAML 1.1, the seeds YAML 1.2. So a text that holds anything in which the two may differ, or that libyaml
refuses, is left to the careful reader. Tests hold that what is read here is read alike there.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from accords_data.seeds.yaml_events import MAX_DEPTH, Builder

Place = tuple[int, int]
"""Line and column, from 1."""

_DOUBTFUL_CHARACTER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What breaks a line, or may stand in a text, in only one of the two."""
_DOUBTFUL_SIGNS = ("<<", "\\u", "\\U", "\\x", "\n%", "\n---", "\n...")
"""Merge keys, escapes (of surrogates among them), directives and marks of documents."""
_WORDS = {
    word: kind
    for kind, words in {"null": "~ null Null NULL", "bool": "true True TRUE false False FALSE"}.items()
    for word in words.split()
}
_CERTAIN_INTEGER = re.compile("[-+]?(?:0|[1-9][0-9]*)")
_MAYBE_NUMBER = re.compile(r"[-+]?(?:0[xob][0-9a-f_]*|\.(?:inf|nan)|[-+.:_0-9etz ]*)", re.IGNORECASE)
"""Every number and every time of YAML 1.1 or 1.2, and more."""
_STARTS_OF_NUMBERS = frozenset("-+.:_0123456789 ")


class DoubtError(Exception):
    """Another reader may see something else here."""


def is_there() -> bool:
    """Return whether PyYAML has libyaml; without it the careful reader reads every text, slowly."""
    import yaml

    return bool(yaml.__with_libyaml__)


def mapping_of(text: str) -> dict[str, Any] | None:
    """Return the mapping that `text` holds, or None where the careful reader must decide."""
    if not is_there() or _is_doubtful(text):
        return None
    import yaml

    take: Callable[[], Any] = yaml.CLoader(text).get_event
    try:
        take(), take()  # the starts of the stream and of the document
        values = _value(take(), take, 0)
        take()  # the end of the document
        if not isinstance(take(), yaml.StreamEndEvent):
            return None
    except (yaml.YAMLError, DoubtError):
        return None
    return values if isinstance(values, dict) else None


def _is_doubtful(text: str) -> bool:
    lined = f"\n{text}"
    return _DOUBTFUL_CHARACTER.search(text) is not None or any(sign in lined for sign in _DOUBTFUL_SIGNS)


def _value(event: Any, take: Callable[[], Any], depth: int) -> Any:  # noqa: ANN401 - events and values of a library
    """Return the value that begins with `event`; `take` gives the events after it.

    Raises:
        DoubtError: something in it is doubtful.
    """
    kind = type(event).__name__
    if kind == "ScalarEvent":
        _without_properties(event)
        return plain_value(event.value) if event.implicit[0] else event.value
    if kind not in {"MappingStartEvent", "SequenceStartEvent"} or depth == MAX_DEPTH:
        raise DoubtError
    _without_properties(event)
    return _fields(take, depth) if kind == "MappingStartEvent" else _items(take, depth)


def _items(take: Callable[[], Any], depth: int) -> list[Any]:
    found = []
    while type(event := take()).__name__ != "SequenceEndEvent":
        found.append(_value(event, take, depth + 1))
    return found


def _fields(take: Callable[[], Any], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while (kind := type(event := take()).__name__) != "MappingEndEvent":
        if kind != "ScalarEvent" or event.value in found:
            raise DoubtError
        _without_properties(event)
        found[event.value] = _value(take(), take, depth + 1)
    return found


def _without_properties(event: Any) -> None:  # noqa: ANN401 - an event of a library
    if event.anchor is not None or event.tag is not None:
        raise DoubtError


def plain_value(value: str) -> str | int | bool | None:
    """Return what the plain scalar `value` means.

    Raises:
        DoubtError: it may be something else, a date or a number for example.
    """
    if value in _WORDS:
        return None if _WORDS[value] == "null" else value.lower() == "true"
    if value and value[0] not in _STARTS_OF_NUMBERS:
        return value
    if _CERTAIN_INTEGER.fullmatch(value):
        return int(value)
    if _MAYBE_NUMBER.fullmatch(value):  # nothing at all is among them: the parsers place it differently
        raise DoubtError
    return value


class Marks(Mapping[str, Place]):
    """Where each value of a text stands, found when somebody asks: only what is wrong is told with its place."""

    def __init__(self, text: str) -> None:
        """Keep `text`, of which `mapping_of` has returned a mapping."""
        self._text = text

    @cached_property
    def _places(self) -> dict[str, Place]:
        import yaml

        builder = Builder("", lambda _: "str")
        for event in yaml.parse(self._text, Loader=yaml.CLoader):
            builder.take(event)
        return builder.marks

    def __getitem__(self, pointer: str) -> Place:
        """Return where the value at `pointer` stands."""
        return self._places[pointer]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the pointers, in the order of the text."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._places)
