"""``python -m accords_data`` is the ``accords`` command."""

from accords_data.cli import accords

if __name__ == "__main__":
    accords()
