"""The curator's workbench: taking in, citing, coverage, conflicts, the canonical form, templates."""

import itertools
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ALONE, REAL, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from accords_data.curate import canon, conflicts, intake, likeness, pages, quotation, regions, templates, usage
from accords_data.model.records import MODELS, PLURALS
from accords_data.problems import Problem
from accords_data.seeds import dataset, sentences, spans, yaml_reader
from accords_data.seeds.schema_errors import schema_problems

ARTICLE = (ALONE / "sources" / "2025-11-06-kazakhstan-to-join.txt").read_text(encoding="utf-8")
ID = "2025-11-06-kazakhstan-to-join"
BIN = Path(sys.executable).parent


def run(*words: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    """Run ``accords`` in the working folder and return what it said."""
    done = subprocess.run([BIN / "accords", *words], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == status, done.stderr
    return done


# Sentences


@given(st.text(alphabet=st.sampled_from("Ab. !?\n\t”é\u0301🙂“'"), max_size=80))
def test_every_character_that_is_no_space_stands_in_one_sentence(text: str) -> None:
    found = sentences.sentences(text)
    covered = [place for each in found for place in range(each.span.start, each.span.end)]
    assert len(covered) == len(set(covered))
    assert {place for place, letter in enumerate(text) if not letter.isspace()} <= set(covered)
    assert all(text[each.span.start : each.span.end] == each.text for each in found)


def test_the_article_has_eighteen_sentences_and_lines() -> None:
    assert [each.number for each in sentences.sentences(ARTICLE)] == list(range(1, 19))


# Taking in


def test_the_regions_of_the_article_are_found_as_the_curator_marked_them() -> None:
    (source,) = dataset.load(ALONE).sources
    marked = {(str(each.kind), each.quote) for each in source.regions}
    assert {(str(each.kind), ARTICLE[each.span.start : each.span.end]) for each in regions.propose(ARTICLE)} == marked


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Someone Else", "byline"),
        ("Updated 6 November 2025", "byline"),
        ("Read more", "navigation"),
        ("Advertisement", "navigation"),
        ("Photo: the leaders at the table", "caption"),
        ("Reporting by A B; editing by C D", "boilerplate"),
        ("© 2025 The Outlet. All rights reserved.", "boilerplate"),
        ("What comes next", "heading"),
    ],
)
def test_a_line_that_is_no_sentence_of_the_report_is_a_region(line: str, kind: str) -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"A headline\n\n{body}\n\n{line}\n\n{body.replace('Thursday', 'Friday')}\n"
    found = {text[each.span.start : each.span.end]: str(each.kind) for each in regions.propose(text)}
    assert found == {"A headline": "headline", line: kind}


@pytest.mark.parametrize(
    "title",
    [
        "The accords in brief",
        "Kazakhstan at a glance: what it signed",
        "Will Kazakhstan sign?",
        "Will the U.S. be there when Kazakhstan, as expected, signs what it has long promised to sign?",
    ],
)
def test_the_title_of_a_text_is_a_headline_and_makes_no_summary_of_what_follows(title: str) -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"{title}\n\n{body}\n\nKey points\n\nIt will join.\n"
    found = {text[each.span.start : each.span.end]: str(each.kind) for each in regions.propose(text)}
    assert found == {title: "headline", "Key points": "heading", "It will join.": "summary"}


def test_a_question_within_the_text_is_no_headline() -> None:
    body = "Kazakhstan announced on Thursday that it will join the accords, as several people had expected it to do."
    text = f"A headline\n\nWho is next?\n\n{body}\n"
    assert [str(each.kind) for each in regions.propose(text)] == ["headline"]


def test_a_dateline_is_a_region_and_the_sentence_after_it_is_not() -> None:
    text = (
        "A headline\n\nMANAMA, March 12 (Agency) - Bahrain said on Thursday that it will sign them soon with others.\n"
    )
    (_, dateline) = regions.propose(text)
    assert text[dateline.span.start : dateline.span.end] == "MANAMA, March 12 (Agency) -"


def test_a_source_that_was_taken_in_is_in_order_but_for_its_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("source", "add", "article.txt", "--id", ID, "--published", "2025-11-06", "--attributed-to", "AL-Monitor")
    assert "  9  The announcement came during" in done.stdout
    assert " 15  [heading] Author’s Summary" in done.stdout
    assert Path(f"seeds/sources/{ID}.txt").read_bytes() == ARTICLE.encode()
    assert "a draft that nobody has read" in run("check", status=1).stderr
    record = Path(f"seeds/sources/{ID}.yaml")
    record.write_text(record.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert "4 of 4 cells covered, 4 of 4 quotes verified in 1 source" in run("check").stdout


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


def test_the_stored_texts_are_below_the_limit_of_a_rewrite() -> None:
    texts = dataset.load(REAL).texts
    shares = [likeness.nearest(texts[one], {other: texts[other]}) for one, other in itertools.combinations(texts, 2)]
    highest = max(each.share for each in shares if each is not None)
    assert 0.55 < highest < intake.SAME


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--id", "../escaped", "--published", "2025-11-06"], "/id"),
        (["--id", "Not An Id", "--published", "2025-11-06"], "/id"),
        (["--id", ID, "--published", "2025-11-06"], "there is a source"),
        (
            ["--id", "new", "--published", "2025-11-06", "--attributed-to", "Nobody Daily"],
            "'Nobody Daily' does not stand",
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


# Citing


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("author's summary", "Author’s Summary"),
        ('held a "great call."', "held a “great call.”"),
        ("ANNOUNCEMENT came\n during   President", "announcement came during President"),
        ("AL-Monitor - 2025-11-06", "AL-Monitor — 2025-11-06"),
    ],
)
def test_a_passage_is_found_whatever_its_quotes_dashes_spaces_and_case(words: str, cited: str) -> None:
    stored, _ = dataset.stored_source(ALONE, ID)
    assert stored is not None
    (hit,) = quotation.cite(stored, words)
    assert hit.words == cited == ARTICLE[hit.span.start : hit.span.end]
    assert hit.occurrence is None


@settings(deadline=None)
@given(st.data())
def test_every_stretch_of_the_article_is_found_where_it_stands(data: st.DataObject) -> None:
    stored, _ = dataset.stored_source(ALONE, ID)
    assert stored is not None
    start = data.draw(st.integers(0, len(ARTICLE) - 1))
    words = ARTICLE[start : start + data.draw(st.integers(1, 60))]
    if words.strip():
        found = quotation.cite(stored, words)
        place = start + len(words) - len(words.lstrip())
        assert any(hit.span.start <= place < hit.span.end for hit in found)
        assert all(spans.locate(ARTICLE, hit.words, hit.occurrence) == hit.span for hit in found)


def test_several_hits_are_numbered_and_say_which_occurrence(alone: Path) -> None:
    done = run("cite", ID, "abraham accords")
    numbers = re.findall(r"^\[(\d+) of (\d+)\]", done.stdout, re.MULTILINE)
    assert numbers == [(str(number), str(len(numbers))) for number in range(1, len(numbers) + 1)]
    assert len(numbers) == ARTICLE.count("Abraham Accords") == 6
    assert done.stdout.count("occurrence: ") == 6
    assert alone.is_dir()


def test_the_entry_of_a_citation_is_accepted_as_it_stands(alone: Path) -> None:
    done = run("cite", ID, "uniting israel and several", "--field", "/other_names/0")
    record = alone / "countries" / "ISR.yaml"
    record.write_text(
        record.read_text(encoding="utf-8") + "\n".join(done.stdout.split("\n\n")[1].splitlines()) + "\n",
        encoding="utf-8",
    )
    told = run("check", status=1).stderr
    assert "'Israeli' does not stand in the quote" in told
    assert told.count("\n") == 2


@pytest.mark.parametrize(
    ("field", "basis"),
    [
        ("/venue", "stated"),
        ("/participants/0/designation", "stated"),
        ("/other_names/1", "stated"),
        ("/relations/0/event", "resolved"),
        ("/participants/0/country", "resolved"),
        ("/events/0/date", "resolved"),
    ],
)
def test_a_citation_proposes_the_basis_that_the_kind_of_cell_allows(field: str, basis: str, alone: Path) -> None:
    done = run("cite", ID, "maintained diplomatic ties", "--field", field)
    assert f"- {{field: {field}, basis: {basis}}}" in done.stdout
    assert alone.is_dir()


def test_a_citation_for_a_cell_that_no_record_has_is_refused(alone: Path) -> None:
    for field in ("/venu", "venue", "/participants/0", "/", "/venue/0/name"):
        assert "no record has a cell" in run("cite", ID, "maintained", "--field", field, status=2).stderr
    assert alone.is_dir()


def test_words_that_stand_nowhere_are_told_with_the_nearest_passage(alone: Path) -> None:
    done = run("cite", ID, "the gathering underlined growing cooperation", status=1)
    assert "the nearest passage, in sentence 10: 'The gathering underscored growing cooperation'" in done.stderr
    assert "there is no source" in run("cite", "nothing", "words", status=2).stderr
    assert alone.is_dir()


# Coverage


def test_the_sentences_of_the_article_are_used_set_aside_or_no_evidence() -> None:
    loaded = dataset.load(ALONE)
    counted = usage.totals([usage.usage(loaded, source) for source in loaded.sources])
    assert counted == {"used": 7, "set aside": 3, "unused": 0, "region": 8}


def test_coverage_fails_under_the_limit_and_not_at_it(alone: Path) -> None:
    done = run("coverage", ID, "--fail-under", "100")
    assert "100.0 %" in done.stdout
    assert "   5  used       country ISR /name; country KAZ /name, /relations/0/event," in done.stdout
    record = alone / "sources" / f"{ID}.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.index("set_aside:")] + text[text.index("evidence:") :], encoding="utf-8")
    done = run("coverage", ID, "--fail-under", "100", status=1)
    assert "3 unused" in done.stdout
    assert "70.0 % is under 100 %" in done.stderr
    told = json.loads(run("coverage", "--format", "json").stdout)
    assert told["sentences"] == {"used": 7, "set_aside": 0, "unused": 3, "region": 8}
    assert told["percent"] == 70.0


class Page(HTMLParser):
    """Reads a page: its links, its ids, its text, and whether each tag that is opened is closed."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self.stack: list[str] = []
        self.feed(content.decode())
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert tag not in {"script", "img", "link", "iframe"}
        assert not any(name.startswith("on") for name in told)
        self.links += [told["href"] or ""] if "href" in told else []
        self.ids += [told["id"] or ""] if "id" in told else []
        if tag not in {"meta", "br"}:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def pages_of(seeds: Path) -> dict[str, bytes]:
    loaded = dataset.load(seeds, drafts=True)
    return pages.pages([usage.usage(loaded, source) for source in loaded.sources])


def test_from_each_quote_one_goes_to_its_cells_and_back_without_a_network() -> None:
    files = pages_of(REAL)
    read = {name: Page(content) for name, content in files.items()}
    followed = 0
    for name, page in read.items():
        assert len(set(page.ids)) == len(page.ids)
        for link in page.links:
            target, _, place = link.partition("#")
            assert ":" not in link
            assert target in files or not target
            assert not place or place in read[target or name].ids, link
            followed += bool(place)
    assert followed == 2 * 340


def test_the_page_of_the_article_shows_the_whole_article() -> None:
    page = Page(pages_of(ALONE)[f"{ID}.html"])
    shown = re.sub(r"\d+", "", page.text)
    for sentence in sentences.sentences(ARTICLE):
        assert re.sub(r"\d+", "", sentence.text) in shown


def test_what_stands_in_a_text_is_escaped(base: Path) -> None:
    source = next(base.glob("sources/*.txt"))
    record = source.with_suffix(".yaml")
    hostile = "<script>alert(1)</script> & <b>bold</b>"
    content = source.read_bytes() + f"\n\n{hostile}\n".encode()
    source.write_bytes(content)
    import hashlib

    text = re.sub(r"sha256: \w+", f"sha256: {hashlib.sha256(content).hexdigest()}", record.read_text(encoding="utf-8"))
    record.write_text(text, encoding="utf-8")
    page = Page(pages_of(base)[f"{source.stem}.html"])
    assert hostile in page.text


def test_pages_are_written_as_one_whole_and_replace_nothing_else(alone: Path) -> None:
    run("coverage", "--html", "pages")
    assert sorted(path.name for path in Path("pages").iterdir()) == [f"{ID}.html", "index.html"]
    Path("pages/mine.txt").write_text("mine")
    assert "mine.txt is in it" in run("coverage", "--html", "pages", status=1).stderr
    assert Path("pages/mine.txt").read_text() == "mine"
    assert "not written by accords-data" in run("coverage", "--html", str(alone), status=1).stderr


# Conflicts


def test_the_article_alone_has_no_conflict() -> None:
    assert conflicts.conflicts(dataset.load(ALONE)) == ()


def test_a_dispute_on_record_is_told_with_its_source() -> None:
    found = conflicts.conflicts(dataset.load(REAL))
    assert any(each.sort == "dates" and each.recorded and "wion" in each.message for each in found)
    assert any(each.sort == "disputed" and each.record == "country SDN" for each in found)
    assert len(found) > 20


def test_nothing_is_left_to_decide_in_the_seeds() -> None:
    assert [each for each in conflicts.conflicts(dataset.load(REAL)) if not each.recorded] == []


def test_one_relation_on_two_near_days_is_told(alone: Path) -> None:
    path = alone / "countries" / "KAZ.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "    event: relations_maintained\n",
        '    event: relations_maintained\n  - partner: ISR\n    event: relations_maintained\n    date: "2025-11"\n',
    )
    text += f"""  - source: {ID}
    quote: Kazakhstan has maintained diplomatic ties with Israel for many years
    supports:
      - {{field: /relations/1/partner, basis: resolved, words: Israel}}
      - {{field: /relations/1/event, basis: resolved}}
      - {{field: /relations/1/date, basis: inferred, note: Invented.}}
"""
    path.write_text(text, encoding="utf-8")
    (told,) = conflicts.conflicts(dataset.load(alone))
    assert told.message == "relations_maintained of ISR and KAZ twice: undated and 2025-11"


def test_two_records_of_one_event_are_told(alone: Path) -> None:
    path = alone / "meetings" / "2025-11-06-white-house.yaml"
    twin = path.read_text(encoding="utf-8").replace("id: 2025-11-06-white-house", "id: 2025-11-06-twin")
    twin = twin.replace("      - {field: /kind, basis: resolved}\n", "")
    twin += (
        f"  - source: {ID}\n    quote: shared on Truth Social\n    supports:\n"
        "      - {field: /kind, basis: inferred, note: It is one.}\n"
    )
    (alone / "meetings" / "2025-11-06-twin.yaml").write_text(twin, encoding="utf-8")
    told = [each for each in conflicts.conflicts(dataset.load(alone)) if not each.recorded]
    assert [each.sort for each in told] == ["same event"]
    assert "2025-11-06-twin and 2025-11-06-white-house" in told[0].message
    done = run("conflicts", status=1)
    assert done.stdout.startswith("1 to decide\n")


def test_a_date_after_the_publication_that_tells_it_is_told(alone: Path) -> None:
    meeting = alone / "meetings" / "2025-11-06-white-house.yaml"
    text = meeting.read_text(encoding="utf-8").replace('date: "2025-11-06"', 'date: "2025-11-13"')
    text = text.replace("{field: /date, basis: resolved", "{field: /date, basis: inferred")
    meeting.write_text(text, encoding="utf-8")
    (told,) = conflicts.conflicts(dataset.load(alone))
    assert told.sort == "dates"
    assert "published on 2025-11-06, before it" in told.message


# The canonical form


def seed_files() -> Iterator[tuple[str, Path]]:
    for kind, folder in PLURALS.items():
        for path in sorted((REAL / folder).glob("*.yaml")):
            yield kind, path


def test_the_seeds_are_in_the_canonical_form() -> None:
    looked, changed, problems = canon.differing(canon.seed_files(REAL))
    assert looked == len(list(seed_files())) > 150
    assert (changed, problems) == ({}, [])


MESSY = """\
# yaml-language-server: $schema=wrong.json
evidence:
    -   source: a
        quote: 'It''s "so"'   # tight
        supports:
          - {field: /name,   basis: stated}
# the short name
name:   'Kazakhstan'
id: KAZ
other_names: [Kazakh, "Qazaq"]
"""
TIDY = """\
# yaml-language-server: $schema=../../schemas/v1/country.schema.json
id: KAZ
# the short name
name: 'Kazakhstan'
other_names: [Kazakh, "Qazaq"]
evidence:
  - source: a
    quote: 'It''s "so"'       # tight
    supports:
      - {field: /name, basis: stated}
"""


def test_the_form_orders_and_indents_and_keeps_comments_and_quote_styles() -> None:
    assert canon.canonical("country", "x.yaml", MESSY) == TIDY


def test_a_form_that_would_say_something_else_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canon, "_ordered", lambda *_: TIDY.replace("Kazakhstan", "Kazachstan"))
    (problem,) = canon.canonical("country", "x.yaml", MESSY)
    assert isinstance(problem, Problem)
    assert "would say something else" in problem.message


def test_the_form_of_the_form_is_the_form() -> None:
    assert canon.canonical("country", "x.yaml", TIDY) == TIDY


@given(st.data())
def test_shuffled_fields_come_back_in_order_and_say_the_same(data: st.DataObject) -> None:
    _, path = data.draw(st.sampled_from(list(seed_files())))
    kind = next(kind for kind, folder in PLURALS.items() if folder == path.parent.name)
    text = path.read_text(encoding="utf-8")
    parts = re.split(r"^(?=\w)", text.partition("\n")[2], flags=re.MULTILINE)
    assert canon.canonical(kind, "x", "".join(data.draw(st.permutations(parts)))) == text


def test_a_file_out_of_form_is_named_with_the_command_that_repairs_it(alone: Path) -> None:
    done = run("fmt", "--check", status=1)
    assert done.stderr.count("not in the canonical form (run `accords fmt` and commit what it writes)") == 18
    assert "18 of them changed" in run("fmt").stderr
    assert "18 files in canonical form" in run("fmt", "--check").stderr
    before = dataset.load(ALONE).records
    assert dataset.load(alone).records == before


def test_a_file_that_is_not_yaml_is_told_and_left_alone(alone: Path) -> None:
    path = alone / "countries" / "KAZ.yaml"
    path.write_text("id: KAZ\nname: [\n", encoding="utf-8")
    done = run("fmt", status=1)
    assert "KAZ.yaml:3:1: not YAML" in done.stderr
    assert path.read_text(encoding="utf-8") == "id: KAZ\nname: [\n"


def test_nothing_to_look_at_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").mkdir()
    assert "no record to look at" in run("fmt", "--check", status=1).stderr


# Templates


def filled(text: str) -> str:
    """Return a template with every field that may be left out in use."""
    return re.sub(r"^# (?=[ \w])", "", text.partition("\n")[2], flags=re.MULTILINE)


@pytest.mark.parametrize("kind", MODELS)
def test_a_template_is_valid_by_its_schema_with_and_without_what_may_be_left_out(kind: str) -> None:
    for text in (templates.template(kind), filled(templates.template(kind))):
        text = text.replace("the id of a source", "a-source")  # noqa: PLW2901 - the one place to fill in
        document, problems = yaml_reader.parse("x.yaml", text)
        assert problems == []
        assert document is not None
        assert list(schema_problems(kind, document)) == []


@pytest.mark.parametrize("kind", MODELS)
def test_a_template_explains_every_field(kind: str) -> None:
    text = templates.template(kind)
    document, _ = yaml_reader.parse("x.yaml", filled(text))
    assert document is not None
    schema = json.loads((ROOT / "schemas" / "v1" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert set(document.data) == set(schema["properties"]) - {"draft"}


def test_a_new_record_passes_the_check_once_it_is_filled_in(alone: Path) -> None:
    run("new", "leader", "truth-social", "--quiet")
    path = alone / "leaders" / "truth-social.yaml"
    assert "cells" not in run("check", status=1).stdout
    text = path.read_text(encoding="utf-8")
    text = text.replace('name: "Kassym-Jomart Tokayev"', "name: Truth Social")
    text = text.replace("the id of a source", ID).replace("words of it, verbatim", "shared on Truth Social")
    path.write_text(text, encoding="utf-8")
    assert "19 records" in run("check").stdout


@pytest.mark.parametrize(
    ("name", "told"), [("../x", "cannot be an id"), ("donald-trump", "there is such a record already")]
)
def test_a_record_is_begun_only_where_none_is(name: str, told: str, alone: Path) -> None:
    assert told in run("new", "leader", name, status=1).stderr
    assert alone.is_dir()


def test_a_wrong_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("seeds").write_text("a file")
    assert "not a folder" in run("new", "leader", "x", status=1).stderr


# The way from a text to a row


def test_the_readme_leads_from_a_text_file_to_a_released_row_in_under_ten_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command runs as it is written, in an empty folder that holds nothing but the text."""
    (block,) = re.findall(
        r"^```bash\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    commands = [line for line in block.splitlines() if line and not line.startswith("#")]
    assert 5 < sum(1 + command.count(" && ") for command in commands) < 10
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{BIN}:/usr/bin:/bin")
    shutil.copy(ALONE / "sources" / f"{ID}.txt", "article.txt")
    for command in commands:
        done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
    import pyarrow.parquet as pq

    rows = pq.read_table("exports/parquet/announced.parquet").to_pylist()
    assert [(row["country"], row["date"]) for row in rows] == [("KAZ", "2025-11-06")]
    assert Path("coverage/index.html").is_file()
    assert list(Path("dist").glob("*.zip"))


def test_a_problem_of_the_workbench_can_be_read_by_a_machine(alone: Path) -> None:
    told = json.loads(run("cite", ID, "no such words anywhere in it", "--format", "json", status=1).stdout)
    assert told["problems"][0]["message"] == "'no such words anywhere in it' does not stand in it"
    proposal = json.loads(run("suggest", ID, "--format", "json").stdout)
    assert proposal["drafts"] == []
    assert json.loads(run("conflicts", "--format", "json").stdout) == []
    assert alone.is_dir()


def test_a_source_that_is_not_there_is_told_with_the_likest(alone: Path) -> None:
    for command in ("suggest", "coverage"):
        assert f"did you mean '{ID}'?" in run(command, "2025-11-06-kazakhstan-to-jion", status=2).stderr
    assert dataset.stored_source(alone.parent / "nowhere", ID) == (None, [])
