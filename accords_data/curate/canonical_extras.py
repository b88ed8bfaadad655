"""What a seed file has besides its values, and keeps in any form: comments, and escapes of what nobody sees."""

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from accords_data.model.characters import UNSEEN

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"[|>][^\n#]*")
_MODELINE = "# yaml-language-server: $schema="


@attrs.frozen
class _Scalar:
    """One scalar of a text: its value, and where it stands."""

    value: str
    start: int
    end: int


def lost_comment(text: str, form: str) -> tuple[int, str] | None:
    """Return line and words of the first comment of `text` that `form` does not have; None when it has them all."""
    kept = Counter(comment for _, comment in _comments(form))
    for line, comment in _comments(text):
        if not kept[comment]:
            return line, comment
        kept[comment] -= 1
    return None


def with_escapes(text: str, form: str) -> str:
    r"""Return `form` with what nobody sees written as `text` has it, where that is an escape such as ``\u200f``."""
    if "\\" not in text or not re.search(UNSEEN, form):
        return form
    shown = {
        each.value: text[each.start : each.end]
        for each in _scalars(text)
        if text[each.start] == '"'
        and re.search(UNSEEN, each.value)
        and not re.search(UNSEEN, text[each.start : each.end])
    }
    for each in reversed(list(_scalars(form))):
        written = shown.get(each.value, "\n")
        if form[each.start] == '"' and "\n" not in written:
            form = form[: each.start] + written + form[each.end :]
    return form


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and words of each comment of `text`, the modeline apart."""
    # Blanked, because "#" in a value begins no comment; the lines stay where they are.
    bare = text
    for each in _scalars(text):
        header = _BLOCK_HEADER.match(text, each.start)
        start = each.start if header is None else _line_end(text, each.start)
        blank = re.sub(r"[^\n]", "x", text[start : each.end])
        bare = bare[:start] + blank + bare[start + len(blank) :]
    for found in _COMMENT.finditer(bare):
        words = found[0].rstrip()
        if not words.startswith(_MODELINE):
            yield bare.count("\n", 0, found.start()) + 1, words


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _scalars(text: str) -> Iterator[_Scalar]:
    """Yield each scalar of `text`, which is YAML, in its order."""
    from ruamel.yaml import YAML
    from ruamel.yaml.events import ScalarEvent

    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, ScalarEvent):
            yield _Scalar(event.value, event.start_mark.index, event.end_mark.index)
