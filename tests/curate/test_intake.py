"""A text becomes a source, or it is said why not."""

from pathlib import Path

import pytest
from article import ARTICLE, ID
from commands import run


def test_a_source_that_was_taken_in_is_in_order_but_for_its_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("source", "add", "article.txt", "--id", ID, "--published", "2025-11-06", "--attributed-to", "AL-Monitor")
    assert "  9  The announcement came during" in done.stdout
    assert " 15  [heading] Author’s Summary" in done.stdout
    assert Path(f"seeds/sources/{ID}.txt").read_bytes() == ARTICLE.encode()
    assert "still a draft" in run("check", status=1).stderr
    record = Path(f"seeds/sources/{ID}.yaml")
    record.write_text(record.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert "4 of 4 cells covered, 4 of 4 quotes and sentences of summaries found in their texts" in run("check").stdout


def reworded(text: str) -> str:
    """Return the article as a site may rewrite it: some words exchanged, a sentence left out, another title."""
    for old, new in (
        ("announced", "declared"), ("predominantly Muslim", "mostly Muslim"), ("broader effort", "wider drive"),
        ("underscored", "highlighted"), ("for many years", "for decades"), ("rally further", "muster more"),
        ("Kazakhstan to join Abraham Accords as Trump pushes Mideast peace", "Kazakhstan enters Trump’s peace accords"),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    "change", [lambda text: text, lambda text: text + "\n", reworded], ids=["same", "a line more", "reworded"]
)
def test_a_text_that_is_stored_or_a_rewrite_of_it_is_refused_with_its_name(change: object, real: Path) -> None:
    Path("again.txt").write_text(change(ARTICLE), encoding="utf-8")  # type: ignore[operator]
    done = run("source", "add", "again.txt", "--id", "again", "--published", "2025-11-07", status=1)
    assert ID in done.stderr
    assert not (real / "sources" / "again.txt").exists()


def test_a_rewrite_that_the_curator_calls_a_report_of_its_own_is_taken(real: Path) -> None:
    Path("again.txt").write_text(reworded(ARTICLE), encoding="utf-8")
    run("source", "add", "again.txt", "--id", "again", "--published", "2025-11-07", "--distinct-from", ID)
    assert (real / "sources" / "again.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--id", "../escaped", "--published", "2025-11-06"], "/id"),
        (["--id", "Not An Id", "--published", "2025-11-06"], "/id"),
        (["--id", ID, "--published", "2025-11-06"], f"source {ID!r} already exists"),
        (
            ["--id", "new", "--published", "2025-11-06", "--attributed-to", "Nobody Daily"],
            "'Nobody Daily' is not in the text",
        ),
        (["--id", "new", "--published", "2025-11-06", "--strength", "strong"], "/strength"),
        (["--id", "new", "--published", "2025-11-06", "--url", "javascript:alert(1)"], "/url"),
    ],
)
def test_what_is_wrong_with_a_new_source_is_told_and_nothing_written(
    arguments: list[str], told: str, alone: Path
) -> None:
    Path("new.txt").write_text(
        "A title\n\nQuite another story was told here, of which nobody had heard before that day.\n"
    )
    before = sorted(alone.rglob("*"))
    assert told in run("source", "add", "new.txt", *arguments, status=1).stderr
    assert sorted(alone.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"A title\r\n\r\nText.\r\n", "CR"),
        (b"\xff\xfe", "not UTF-8"),
        (b"", "empty"),
        (
            b"No headline, for this is a sentence of the report that goes on for more than twelve words.\n",
            "no headline",
        ),
    ],
)
def test_a_file_that_is_no_text_is_refused(content: bytes, told: str, alone: Path) -> None:
    Path("bad.txt").write_bytes(content)
    assert told in run("source", "add", "bad.txt", "--id", "bad", "--published", "2025-11-06", status=1).stderr
    assert not list(alone.glob("sources/bad*"))
