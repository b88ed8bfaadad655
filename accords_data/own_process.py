"""What a process can do without that does nothing but our work: a command, or one of its workers.

Never called for people who import the library: their process is theirs.
"""

import atexit
import gc
import sys

_YOUNG = 100_000
"""New objects between two looks for garbage; Python's own number is 700, at which a check looks some 300 times."""


_UNUSED = {"numpy", "pandas"}
"""What pyarrow imports at its first array if it is installed, and no command uses: as if it were not."""


class _Without:
    """A finder of modules that refuses what is unused."""

    @staticmethod
    def find_spec(fullname: str, _path: object, _target: object = None) -> None:
        """Return None for everything else, which leaves it to the other finders.

        Raises:
            ModuleNotFoundError: for what is unused.
        """
        if fullname in _UNUSED:
            message = f"commands do without {fullname}"
            raise ModuleNotFoundError(message, name=fullname)


def prepare() -> None:
    """Keep numpy and pandas out of this process, and let it look for garbage rarely, and not at all when it ends."""
    sys.meta_path.insert(0, _Without)
    gc.set_threshold(_YOUNG)
    atexit.register(gc.freeze)
