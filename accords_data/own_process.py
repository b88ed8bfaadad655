"""What a process can do without that does nothing but our work: a command, or one of its workers.

Never called for people who import the library: their process is theirs.
"""

import atexit
import gc
import sys

_YOUNG = 100_000
"""New objects between two looks for garbage; Python's own number is 700, at which a check looks some 300 times."""


class _WithoutPandas:
    """A finder of modules that refuses pandas, which pyarrow would import at its first array, and no command uses."""

    @staticmethod
    def find_spec(fullname: str, _path: object, _target: object = None) -> None:
        """Return None for everything else, which leaves it to the other finders.

        Raises:
            ModuleNotFoundError: for pandas, as if it were not installed.
        """
        if fullname == "pandas":
            message = "commands do without pandas"
            raise ModuleNotFoundError(message, name=fullname)


def prepare() -> None:
    """Keep pandas out of this process, and let it look for garbage rarely, and not at all when it ends."""
    sys.meta_path.insert(0, _WithoutPandas)
    gc.set_threshold(_YOUNG)
    atexit.register(gc.freeze)
