"""``python -m accords_data`` is the ``accords`` command."""

from accords_data.program import accords

if __name__ == "__main__":
    accords()
