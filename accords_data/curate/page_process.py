"""Reading saved pages, of which none is trusted: their words are taken out in a process of its own.

That process has bounded time and memory. Whatever happens in it, the answer is the words or what is wrong.
"""

import contextlib
import importlib.util
import logging
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

from accords_data.curate import fingerprint, page_text
from accords_data.problems import AccordsError, Problem

MAX_PAGE_BYTES = 50_000_000
"""A larger file is refused unread."""
SECONDS = 60
"""CPU time that the process may take."""
MEMORY = 2 << 30
"""Bytes of address space that the process may take."""
_REFUSED = 3
"""Status of the process when it says itself what is wrong."""
_ERROR = re.compile(rb"(?:\w+\.)*(\w+)")


def pieces(name: str, content: bytes) -> list[list[str]]:
    """Return the words of the page with the file name `name`, parted at each hyphen at the end of a line.

    Raises:
        AccordsError: it cannot be taken out.
    """
    form = page_text.form_of(name, content)
    if form == "pdf" and importlib.util.find_spec("pypdf") is None:
        raise _refused(name, "pypdf, which reads PDF files, is not installed", "pip install 'accords-data[recheck]'")
    done = subprocess.run(_command(form), input=content, capture_output=True, check=False)  # noqa: S603 - this module
    if done.returncode:
        raise _refused(name, *_why(form, done.returncode, done.stderr))
    return [line.split() for line in done.stdout.decode().split("\n")]


def read(path: Path) -> bytes:
    """Return the bytes of the file `path`, or of stdin if it is ``-``.

    Raises:
        AccordsError: it cannot be read, or is too large.
    """
    try:
        with contextlib.nullcontext(sys.stdin.buffer) if str(path) == "-" else path.open("rb") as file:
            content = file.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise _refused(str(path), f"cannot be read: {error.strerror}", "check its name and permissions") from error
    if len(content) > MAX_PAGE_BYTES:
        raise _refused(str(path), f"larger than {MAX_PAGE_BYTES:,} bytes", "save the article alone")
    return content


def _command(form: str) -> list[str]:
    # -P: a module in the folder of the user must not be imported in place of another.
    return [sys.executable, "-P", "-m", __name__, form]


def _why(form: str, status: int, told: bytes) -> tuple[str, str]:
    """Return message and hint for a process that ended with `status` and wrote `told` to stderr."""
    if status == _REFUSED:
        return told.decode(), "save the article alone, in UTF-8"
    if status in {-signal.SIGXCPU, -signal.SIGKILL}:
        return f"takes more than {SECONDS} seconds to read", "save the article alone, or its text as .txt"
    # The last line of a traceback. Of what comes from the page, no more is told than the name of the error.
    named = _ERROR.match(told.rstrip().rpartition(b"\n")[2])
    error = "" if named is None else f" ({named[1].decode()})"
    return f"cannot be read as {form.upper()}{error}", "open it, and save its text as .txt"


def _refused(name: str, message: str, hint: str) -> AccordsError:
    return AccordsError([Problem(path=name, message=message, hint=hint)])


def _limit() -> None:
    """Bound time and memory of this process."""
    # pypdf warns of each fault of a file, and there can be millions.
    logging.disable()
    for kind, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        # A lower limit that is set already stays; macOS knows no limit of address space.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """Write the words of the page on stdin, of the form that the first argument names: a line for each piece."""
    _limit()
    try:
        found = fingerprint.pieces(page_text.text_of(sys.argv[1], sys.stdin.buffer.read()))
        page_text.check_words(sum(map(len, found)))
    except page_text.TextError as error:
        sys.stderr.write(str(error))
        sys.exit(_REFUSED)
    sys.stdout.buffer.write("\n".join(" ".join(piece) for piece in found).encode(errors="replace"))


if __name__ == "__main__":
    main()
