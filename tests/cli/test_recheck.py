"""The command recheck, from a page to the lines of a record and back."""

import json
import subprocess
from pathlib import Path

import pytest
import yaml
from commands import BIN, run
from conftest import ROOT, apply_case, read_case
from pdfs import pdf

from accords_data.curate import page_text

RECORD = Path("seeds/sources/paper.yaml")
SENTENCES = ("Ruritania will join, said its president.", "Freedonia thanked it.")
PAGE = "<h1>Ruritania grows</h1><p>Ruritania said on Tuesday that it <b>will join</b>.</p><p>Freedonia thanked it.</p>"


@pytest.fixture
def page(base: Path) -> Path:
    """A saved page, beside invented seeds with a summary of it."""
    apply_case(read_case(ROOT / "tests" / "seeds" / "positive" / "passage-of-no-word.yaml"), base)
    text = RECORD.read_text(encoding="utf-8")
    RECORD.write_text(text[: text.index("passages:")] + text[text.index("evidence:") :], encoding="utf-8")
    path = base.parent / "saved.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def with_passages(*fingerprints: str) -> None:
    """Write `fingerprints` below sentences of the summary."""
    entries = "".join(
        f'  - sentence: "{sentence}"\n{lines}' for sentence, lines in zip(SENTENCES, fingerprints, strict=False)
    )
    old = RECORD.read_text(encoding="utf-8")
    RECORD.write_text(old.replace("evidence:\n", f"passages:\n{entries}evidence:\n", 1), encoding="utf-8")


def taken(*passages: str) -> list[str]:
    """Return the lines that the command prints for each of `passages`."""
    return [run("recheck", "paper", "--page", "saved.html", "--passage", each).stdout for each in passages]


@pytest.mark.usefixtures("page")
def test_the_printed_lines_are_pasted_below_a_sentence_and_the_page_is_found_the_same() -> None:
    with_passages(*taken("Ruritania said … will join", "Freedonia thanked it"))
    done = run("recheck", "paper", "--page", "saved.html")
    assert done.stdout.replace("\n       ", " ").splitlines() == [
        f'same   words 3 to 10: "{SENTENCES[0]}"',
        f'same   words 11 to 13: "{SENTENCES[1]}"',
        "2 passages: 2 same, 0 moved, 0 gone",
    ]
    assert run("check").returncode == 0
    (first, second) = yaml.safe_load(RECORD.read_text(encoding="utf-8"))["passages"]
    assert (first["passage_words"], second["passage_words"]) == (8, 3)


def test_a_passage_that_is_gone_ends_with_1_and_one_that_moved_does_not(page: Path) -> None:
    with_passages(*taken("Ruritania said … will join", "Freedonia thanked it"))
    page.write_text("<p>Freedonia thanked it.<p>Ruritania said on Tuesday that it will join.", encoding="utf-8")
    done = run("recheck", "paper", "--page", "saved.html")
    assert [line[:5] for line in done.stdout.splitlines() if line[:1] != " "] == ["moved", "same ", "2 pas"]
    page.write_text(PAGE.replace("said", "announced"), encoding="utf-8")
    done = run("recheck", "paper", "--page", "saved.html", "--output", "json", status=1)
    assert [each["state"] for each in json.loads(done.stdout)] == ["gone", "same"]
    assert json.loads(done.stdout)[1]["page"] == "saved.html"


@pytest.mark.usefixtures("page")
def test_several_pages_a_pdf_and_stdin_are_read_and_told_apart() -> None:
    with_passages(*taken("Ruritania said … will join", "Freedonia thanked it"))
    Path("saved.pdf").write_bytes(pdf(("Ruritania grows", "Ruritania said on Tuesday that", "it will join.")))
    command = [str(BIN / "accords"), "recheck", "paper", "--page", "saved.pdf", "--page", "-"]
    done = subprocess.run(command, input=b"Freedonia thanked it.", capture_output=True, check=True)
    told = done.stdout.decode()
    assert "same   saved.pdf, words 3 to 10: " in told
    assert "same   -, words 1 to 3: " in told


@pytest.mark.usefixtures("page")
def test_words_are_shown_on_stderr_and_only_their_fingerprint_on_stdout() -> None:
    Path("passages.txt").write_text("Ruritania said … will join\n\n  Freedonia thanked it.\n", encoding="utf-8")
    done = run("recheck", "paper", "--page", "saved.html", "--passage-file", "passages.txt")
    assert done.stderr.splitlines() == [
        "8 words: ruritania said on tuesday that it will join",
        "3 words: freedonia thanked it",
    ]
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["    passage_words", "    passage_sha256"] * 2
    assert "freedonia" not in done.stdout.lower()
    plain = run("recheck", "paper", "--page", "saved.html", "--passage-file", "passages.txt", "--output", "json")
    assert [each["passage_words"] for each in json.loads(plain.stdout)] == [8, 3]


def test_a_file_of_passages_is_in_utf_8(page: Path) -> None:
    page.with_name("passages.txt").write_bytes(b"caf\xe9")
    done = run("recheck", "paper", "--page", "saved.html", "--passage-file", "passages.txt", status=1)
    assert done.stderr == "passages.txt: not in UTF-8 (save it in UTF-8)\n1 problem\n"


@pytest.mark.usefixtures("page")
def test_of_a_long_passage_both_ends_are_shown() -> None:
    Path("saved.html").write_text(" ".join(f"w{number}" for number in range(40)), encoding="utf-8")
    done = run("recheck", "paper", "--page", "saved.html", "--passage", "w2 … w30")
    assert done.stderr == "29 words: w2 w3 w4 w5 w6 w7 … w25 w26 w27 w28 w29 w30\n"


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("paper", "--page", "saved.html"), 1, "no passage has a fingerprint (take one with --passage)"),
        (("paper", "--page", "saved.html", "--passage", "Nobody spoke"), 1, "'Nobody spoke': is not on the page"),
        (("paper", "--page", "nowhere.html"), 1, "nowhere.html: cannot be read: No such file"),
        (("paper", "--passage", "Freedonia"), 2, "--passage and --passage-file need --page"),
        (("--page", "saved.html"), 2, "--page needs a SOURCE"),
        (("papers", "--page", "saved.html"), 2, "did you mean 'paper'?"),
        (("papers",), 2, "did you mean 'paper'?"),
    ],
)
def test_what_is_asked_wrongly_is_told(words: tuple[str, ...], status: int, told: str) -> None:
    assert told in run("recheck", *words, status=status).stderr


@pytest.mark.usefixtures("base")
def test_of_a_stored_text_it_is_said_that_check_compares_it() -> None:
    for words in (("wire",), ("wire", "--page", "nowhere.html")):
        told = run("recheck", *words, status=2).stderr
        assert "the text of wire is stored itself, and accords check compares its quotes with it" in told


@pytest.mark.usefixtures("page")
def test_pages_that_are_too_long_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "MAX_WORDS", 15)
    assert run("recheck", "paper", "--page", "saved.html", "--passage", "Freedonia").returncode == 0
    twice = run("recheck", "paper", "--page", "saved.html", "--page", "saved.html", "--passage", "Freedonia", status=1)
    assert "saved.html: longer than 15 words, with the pages before it" in twice.stderr


@pytest.mark.usefixtures("page")
def test_without_a_page_the_sentences_are_counted_of_all_summaries_or_of_one() -> None:
    before = json.loads(run("recheck", "--output", "json").stdout)
    assert before == json.loads(run("recheck", "paper", "--output", "json").stdout)
    assert (before["summaries"], before["with_fingerprint"], before["not_readable"]) == (1, 0, 0)
    assert before["without_fingerprint"] == before["sentences"] == 2
    with_passages(*taken("Freedonia thanked it"), "    passage_words: null\n    passage_sha256: null\n")
    after = json.loads(run("recheck", "--output", "json").stdout)
    assert (after["with_fingerprint"], after["not_readable"]) == (1, 1)
    assert after["without_fingerprint"] == before["sentences"] - 2
    told = run("recheck", "paper").stdout
    assert told.startswith(f"{before['sentences']} sentences of 1 summary:\n  1 have the fingerprint of what they")


@pytest.mark.usefixtures("page")
def test_check_and_recheck_say_how_many_summaries_had_a_second_reading() -> None:
    for command in ("check", "recheck"):
        assert "second reading: 0 of 1 summary\n" in run(command).stdout
    text = RECORD.read_text(encoding="utf-8")
    RECORD.write_text(text.replace("\nevidence:", '\nsecond_reading: "2026-11-27"\nevidence:', 1), encoding="utf-8")
    for command in ("check", "recheck"):
        assert "second reading: 1 of 1 summary\n" in run(command).stdout
    assert json.loads(run("check", "--output", "json").stdout)["second_readings"] == {"summaries": 1, "read": 1}
