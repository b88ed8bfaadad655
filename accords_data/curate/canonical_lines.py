"""Whether a seed text is in the canonical form, told from its lines alone: no parser, no writer.

Only lines of the plainest shapes are known here: each of them has one meaning, in any version of YAML, and is written
back as it stands. A text with any other line, a comment for example, is not told: the round trip decides about it.
"""

import re
from collections.abc import Collection, Sequence

import attrs

from accords_data.model.addresses import ITEM

_LONGEST = 500_000
"""Characters of a text; the writer breaks a line only after twice as many."""
_DEEPEST = 24
"""Spaces before a line: with two for each level, fewer levels than the reader allows."""
_ODD = re.compile("[^\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
"""What breaks a line somewhere, is refused, or is escaped when it is written."""

_WORD = r"(?!(?i:null|true|false|yes|no|on|off|y|n)[\n:,\]}])"
"""Before a text or name: it is none of the words that some version of YAML takes for another value."""
_NAME = rf"{_WORD}[a-z][a-z0-9_]{{0,40}}"
_QUOTED = r'"(?:[^"\\\n]|\\["\\])*"'
_START = r"(?:[A-Za-zÀ-ɏ(/]|[0-9]{4}(?:-[0-9]{2}){0,2}-[a-z]|(?!0b)(?=[0-9e]*[a-df])[0-9a-f]{64})"
"""How a text without quotation marks begins: with a letter, or as an id with a date, or it is a SHA-256."""
_PLAIN = rf"{_WORD}{_START}[^:#\n]*(?<! )"
_WITHIN = rf"(?:{_QUOTED}|{_WORD}{_START}[^:#,?\[\]{{}}\n]*(?<! ))"
"""A text between brackets."""
_PAIRS = rf"\{{{_NAME}: {_WITHIN}(?:, {_NAME}: {_WITHIN})*\}}"
_ITEMS = rf"\[{_WITHIN}(?:, {_WITHIN})*\]"
_VALUE = rf"{_QUOTED}|{_PAIRS}|{_PLAIN}|{_ITEMS}|true|false|0|[1-9][0-9]{{0,8}}"
_FOLDED = r">-(?:\n\2(?(3)  )  [^ \n][^\n]*(?<! ))+"
"""A text over several lines, each of them two spaces to the right of its name, which may stand after a dash."""
_COMMENT = r"(#(?! yaml-language-server:)[^\n]*(?<! )\n)*"
_LINE = re.compile(rf"{_COMMENT}( {{0,{_DEEPEST}}})(- )?(?:({_NAME}):(?: (?=[^\n])|(?=\n)))?({_VALUE}|{_FOLDED})?\n")
_BY_INDEX = re.compile(r"field: \"?/[a-z_]+/[0-9]+[/,}\"\n]")
"""A cell that goes by the index of an item, which has an id in the form."""
_PAIR = re.compile(rf"({_NAME}): {_WITHIN}")


def are_canonical(head: str, order: Sequence[str], text: str, lists: Collection[str] = ()) -> bool:
    """Return whether `text` is certainly in the canonical form; where not, it may be in it all the same.

    Args:
        head: The first line of the form.
        order: The top fields in their order.
        text: A whole seed file.
        lists: The top fields that are lists of items with ids, which come first in each.
    """
    if not text.startswith(head) or len(text) > _LONGEST or _ODD.search(text) or _BY_INDEX.search(text):
        return False
    names = _names(text, len(head), lists)
    return bool(names) and names == [name for name in order if name in names]


def _names(text: str, at: int, lists: Collection[str]) -> list[str]:
    """Return the top fields of `text` from `at` on; none where a line is not known or stands in a wrong place."""
    outline = _Outline(lists)
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None or not outline.takes(*line.groups()):
            return []
        at = line.end()
    return [] if outline.waits else outline.levels[0].names


@attrs.define
class _Block:
    """A mapping, or a list, that may go on: its lines begin in `column`, those of a list with a dash."""

    column: int
    is_list: bool
    names: list[str] = attrs.field(factory=list)


@attrs.define
class _Outline:
    """The mappings and lists that are open where a text is read."""

    lists: Collection[str] = ()
    levels: list[_Block] = attrs.field(factory=lambda: [_Block(0, is_list=False)])
    waits: bool = False
    """Whether the last line was a name without a value: its mapping or list follows."""

    def takes(self, comment: str | None, indent: str, dash: str | None, name: str | None, value: str | None) -> bool:
        """Return whether the next line fits, and keep it."""
        if comment is not None and indent:
            return False
        if not self.goes_on(len(indent), is_list=dash is not None) or (value is not None and _repeats(value)):
            return False
        if dash is not None and not self.begins(name):
            return False
        self.waits = value is None
        if name is None:
            return dash is not None and value is not None and value[0] != ">"
        if dash is not None:
            self.levels.append(_Block(len(indent) + 2, is_list=False))
        names = self.levels[-1].names
        names.append(name)
        return name not in names[:-1]

    def begins(self, name: str | None) -> bool:
        """Return whether an item may begin with the field `name`: with its id, where the list is one of those."""
        _, *inner = self.levels
        return name == ITEM or len(inner) != 1 or self.levels[0].names[-1] not in self.lists

    def goes_on(self, column: int, *, is_list: bool) -> bool:
        """Return whether a line in `column` fits, and end what it ends."""
        if self.waits:
            self.levels.append(_Block(self.levels[-1].column + 2, is_list))
        while not self.waits and self.levels[-1].column > column:
            self.levels.pop()
        return self.levels[-1].column == column and self.levels[-1].is_list is is_list


def _repeats(value: str) -> bool:
    """Return whether a name is twice in `value`."""
    names = _PAIR.findall(value) if value[0] == "{" else []
    return len(set(names)) < len(names)
