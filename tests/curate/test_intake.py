"""A text becomes a source, or it is said why not."""

import hashlib
import re
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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("A title\n\nThey met \x1b[31mtoday.\n", "bad.txt:3:10: a control character, U+001B (remove it)"),
        ("A title\n\nThey met\x00 today.\n", "bad.txt:3:9: a control character, U+0000 (remove it)"),
        ("\x00A title\n\nThey met.\n", "bad.txt:1:1: a control character, U+0000"),
        ("A title\n\nThey met\x07.", "bad.txt:3:9: a control character, U+0007"),
        ("A title\n\nМинистры\x08 встретились.\n", "bad.txt:3:9: a control character, U+0008"),
        ("A title\n\nページ\x0c次\n", "bad.txt:3:4: a control character, U+000C"),
        ("A title\n\nهذا\x9b31m نص\n", "bad.txt:3:4: a control character, U+009B"),
        ("A title\n\n\U0001f54a They\x85met.\n", "bad.txt:3:7: a control character, U+0085"),
        ("A title\x7f\n\nThey met.\n", "bad.txt:1:8: a control character, U+007F"),
        ("A title\n\nThey met.\n\x1a", "bad.txt:4:1: a control character, U+001A"),
        ("A title\n\nThey \x1b]8;;https://example.org\x07met.\n", "bad.txt:3:6: a control character, U+001B"),
        ("A title\n\nThey met\uffff.\n", "bad.txt:3:9: no character, U+FFFF (remove it)"),
        ("A title\n\nThey met\U0010fffe.\n", "bad.txt:3:9: no character, U+10FFFE"),
        ("A title\n\nThey met\ufdd0.\n", "bad.txt:3:9: no character, U+FDD0"),
    ],
)
def test_a_text_that_a_terminal_would_obey_is_refused_at_its_place(content: str, told: str, alone: Path) -> None:
    Path("bad.txt").write_text(content, encoding="utf-8")
    before = sorted(alone.rglob("*"))
    done = run("source", "add", "bad.txt", "--id", "bad", "--published", "2025-11-06", status=1)
    assert told in done.stderr
    assert "\x1b" not in done.stderr + done.stdout
    assert sorted(alone.rglob("*")) == before


def test_a_stored_text_with_a_control_character_is_refused_by_the_check(alone: Path) -> None:
    text, record = alone / "sources" / f"{ID}.txt", alone / "sources" / f"{ID}.yaml"
    content = text.read_bytes().replace(b"great call", b"great\x1b[2K call", 1)
    old = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_bytes(content)
    record.write_text(record.read_text(encoding="utf-8").replace(old, hashlib.sha256(content).hexdigest()))
    told = run("check", status=1).stderr
    assert re.search(rf"{ID}\.txt:\d+:\d+: a control character, U\+001B", told)
    assert "\x1b" not in told


def test_a_name_of_a_file_is_shown_and_not_obeyed(alone: Path) -> None:
    odd = "\x1b[31mred\r\u009b2K.txt"
    Path(odd).write_text("A title\n\nShort.\x07\n", encoding="utf-8")
    for words in (("fmt", odd), ("source", "add", odd, "--id", "x", "--published", "2025-11-06"), ("verify", odd)):
        told = run(*words, status=1).stderr
        assert "\\x1b[31mred\\x0d\\x9b2K.txt" in told
        assert not set("\x1b\r\u009b") & set(told)
    shown = run("new", "leader", "x-y", "--seeds", str(alone.rename("\x1b[31mseeds"))).stderr
    assert "\\x1b[31mseeds/leaders/x-y.yaml written" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200f", "\u202b", "\ufeff", "\ufe0f", "\u2028", "\u00a0"])
def test_invisible_characters_of_web_pages_are_taken_in_as_they_are(mark: str, alone: Path) -> None:
    text = (
        f"The title{mark} of it\n\nQuite another{mark} story was told here, of which nobody{mark} had heard before.\n"
    )
    Path("new.txt").write_text(text, encoding="utf-8")
    run("source", "add", "new.txt", "--id", "new", "--published", "2025-11-06")
    assert (alone / "sources" / "new.txt").read_text(encoding="utf-8") == text


def test_a_file_whose_name_has_a_narrow_space_is_taken_in(alone: Path) -> None:
    Path("Page 10.05\u202fPM.txt").write_text("A title\n\nQuite another story was told here.\n", encoding="utf-8")
    run("source", "add", "Page 10.05\u202fPM.txt", "--id", "new", "--published", "2025-11-06")
    assert "a file named Page 10.05 PM.txt;" in (alone / "sources" / "new.yaml").read_text(encoding="utf-8")
