"""Whole lines of a stream, in blocks of bounded size; a line that is too long is skipped, and named."""

import codecs
import json
from collections.abc import Iterator
from typing import Any, Protocol

import attrs

BLOCK = 4 << 20
"""Bytes read at a time."""
LONGEST = 16 << 20
"""Bytes of the longest line that is read; a record of a curator has some thousands."""
_SPACE = " \t\r\n"


class Stream(Protocol):
    """A stream of bytes; one that is read from its middle can seek."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes; none at the end."""

    def seek(self, offset: int, /) -> int:
        """Go to the byte `offset`."""


@attrs.frozen
class Block:
    """Whole lines."""

    data: bytes
    offset: int
    """Place of the first byte in the stream."""

    @property
    def lines(self) -> list[bytes]:
        """Each line, its line feed included; the last of a stream may lack one."""
        *parts, last = self.data.split(b"\n")
        return [part + b"\n" for part in parts] + ([last] if last else [])


@attrs.frozen
class Overlong:
    """A line that is longer than `LONGEST`, of which nothing was kept."""

    offset: int
    length: int


def blocks(stream: Stream, start: int = 0, end: int | None = None) -> Iterator[Block | Overlong]:
    """Yield the lines of `stream` that begin from byte `start` on and before byte `end`, None being its end."""
    place = _first_line(stream, start)
    held, skipped = b"", 0
    # Nothing is held twice while a block is worked on, and each reading has the same size: fresh memory is slow.
    while (end is None or place < end) and (data := stream.read(BLOCK - len(held) % BLOCK)):
        if skipped:
            cut = data.find(b"\n") + 1
            skipped += cut or len(data)
            if not cut:
                continue
            yield Overlong(place, skipped)
            data, place, skipped = data[cut:], place + skipped, 0
        if end is not None and place >= end:
            return
        data = held + data
        cut = _cut(data, place, end)
        held, block = data[cut:], Block(data[:cut], place)
        del data
        place += cut
        if cut:
            yield block
        del block
        if len(held) > LONGEST:
            held, skipped = b"", len(held)
    if skipped:
        yield Overlong(place, skipped)
    elif held and (end is None or place < end):
        yield Block(held, place)


def array_blocks(stream: Stream) -> Iterator[Block]:
    """Yield the items of the JSON array that `stream` is as lines, as ``exports/json`` has them.

    Raises:
        ValueError: it is not a JSON array.
    """
    held, place = b"", 0
    for item in _items(stream):
        # A lone surrogate is passed on, so that its line is refused and not the whole array (docs/decisions/0039).
        held += json.dumps(item, separators=(",", ":"), ensure_ascii=False).encode(errors="surrogatepass") + b"\n"
        if len(held) >= BLOCK:
            yield Block(held, place)
            held, place = b"", place + len(held)
    if held:
        yield Block(held, place)


def _cut(data: bytes, place: int, end: int | None) -> int:
    """Return how much of `data` is whole lines that begin before `end`."""
    if end is not None and place + len(data) >= end:
        # From the byte before `end` on: a line that ends exactly there is the last one of this unit.
        return data.find(b"\n", max(end - place - 1, 0)) + 1
    return data.rfind(b"\n") + 1


def _first_line(stream: Stream, start: int) -> int:
    """Go to the first line that begins at or after `start`; return its place."""
    if not start:
        return 0
    # One byte back: a line that begins exactly at `start` is known by the line feed before it.
    place = start - 1
    stream.seek(place)
    while read := stream.read(1 << 16):
        found = read.find(b"\n") + 1
        if found:
            stream.seek(place + found)
            return place + found
        place += len(read)
    return place


def _items(stream: Stream) -> Iterator[Any]:
    """Yield the items of the array; no more of it is held than one item and one reading."""
    # Incremental, because a reading may end in the middle of a character.
    decoder, incremental = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8")()
    text, ended, opened = "", False, False
    while True:
        text = text.lstrip(_SPACE)
        if text and not opened:
            if text[0] != "[":
                message = "not a JSON array"
                raise ValueError(message)
            text, opened = text[1:].lstrip(_SPACE), True
        if opened and text.startswith("]"):
            return
        try:
            item, used = decoder.raw_decode(text)
        except json.JSONDecodeError as error:
            if ended and error.pos < len(text):
                raise
            item, used = None, 0
        rest = text[used:].lstrip(_SPACE)
        # A number or word at the end of what was read may go on; with a comma or bracket behind it, it does not.
        if used and rest[:1] in {",", "]"}:
            yield item
            text = rest if rest[0] == "]" else rest[1:]
        elif ended:
            message = "truncated: the array does not end"
            raise ValueError(message)
        else:
            read = stream.read(BLOCK)
            ended = not read
            text += incremental.decode(read, final=ended)
