"""The records of decisions: each has its parts, and the index lists every one."""

import re

from conftest import ROOT

FOLDER = ROOT / "docs" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")


def test_each_record_has_a_number_a_date_and_its_three_parts() -> None:
    assert len(RECORDS) > 50
    for number, path in enumerate(RECORDS, start=1):
        text = path.read_text(encoding="utf-8")
        assert path.name.startswith(f"{number:04}-")
        assert text.startswith(f"# {number}. ")
        assert re.search(r"^Date: 20[0-9]{2}-[0-9]{2}-[0-9]{2}$", text, re.MULTILINE), path
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequence"], path


def test_the_index_lists_every_record_by_its_title_and_date() -> None:
    listed = re.findall(
        r"^\| (\d+) \| (\S+) \| \[(.*)\]\((.*)\) \|$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    expected = []
    for number, path in enumerate(RECORDS, start=1):
        text = path.read_text(encoding="utf-8")
        (title,) = re.findall(r"\A# \d+\. (.*)$", text, re.MULTILINE)
        (date,) = re.findall(r"^Date: (.*)$", text, re.MULTILINE)
        expected.append((str(number), date, title, path.name))
    assert listed == expected
