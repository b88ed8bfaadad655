"""The one article of which the whole text is kept."""

from conftest import ALONE

ARTICLE = (ALONE / "sources" / "2025-11-06-kazakhstan-to-join.txt").read_text(encoding="utf-8")
ID = "2025-11-06-kazakhstan-to-join"
