"""What `accords verify` finds: changes to files, and forgeries whose hashes were put right."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
import samples
from conftest import EXPORTS
from hypothesis import given
from hypothesis import strategies as st
from sealing import Files, resummed, resummed_without, sealed
from tampering import (
    MEETINGS,
    PARTICIPANTS,
    SOURCE,
    built_files,
    claimed,
    claiming,
    duplicate_meeting,
    edited,
    evidence_only_in_tables,
    fewer,
    flipped,
    forged,
    forged_evidence,
    referring,
    replaced,
    retyped,
    rewritten,
    summed,
    swapped,
    told,
    with_evidence,
    with_meeting,
    with_stated,
    with_support,
    with_text,
    without,
    without_row,
    without_table,
)

from accords_data import folder
from accords_data.folder import SUMS
from accords_data.model.vocabularies import Grade, MeetingKind, Stance
from accords_data.release import build
from accords_data.release.manifest import MANIFEST
from accords_data.seeds import dataset
from accords_data.verify import validity, verify

TAMPERINGS: dict[str, tuple[Callable[[Files], Files], str]] = {
    "a byte of a CSV file changed": (edited(MEETINGS, flipped), f"{MEETINGS}: does not match its checksum in {SUMS}"),
    "a byte of a Parquet file changed": (
        edited(PARTICIPANTS, flipped),
        f"{PARTICIPANTS}: does not match its checksum in {SUMS}",
    ),
    "a byte of a source changed": (edited(SOURCE, flipped), f"{SOURCE}: does not match source "),
    "a byte of the README changed": (
        edited("README.md", flipped),
        "README.md: does not match its size and checksum in the manifest",
    ),
    "two files swapped": (swapped(MEETINGS, "csv/leaders.csv"), "csv/leaders.csv: does not match its checksum in "),
    "a row removed": (edited(MEETINGS, without_row), f"{MEETINGS}: has 1 rows of meetings, the manifest says 2"),
    "a row added": (edited(MEETINGS, lambda each: each + each.splitlines(keepends=True)[1]), "has 3 rows of meetings"),
    "a file added": (lambda files: files | {"notes.txt": b"x"}, f"notes.txt: is not in {SUMS}"),
    "a file added and entered everywhere": (
        lambda files: sealed(files | {"notes.txt": b"x"}),
        "notes.txt: is not a file that releases contain",
    ),
    "a file added and entered in the checksums": (summed, "notes.txt: is not in the manifest"),
    "a stated cell forged in every format, its evidence too": (
        lambda _: with_meeting(with_stated),
        "'the Kremlin' is marked as stated, but is not in its quote",
    ),
    "the words that count forged in every format": (
        lambda _: with_meeting(with_support("/date", words="Friday")),
        "the words 'Friday' are not in their quote",
    ),
    "a source added and entered everywhere": (
        lambda files: sealed(files | {"sources/forged.txt": b"x"}),
        "sources/forged.txt: is not the text of a source",
    ),
    "a file removed": (without(MEETINGS), f"{MEETINGS}: missing"),
    "a source removed": (without(SOURCE), f"{SOURCE}: missing"),
    "a schema removed": (
        without("schemas/v1/tables/leaders.schema.json"),
        "missing, so the data it describes cannot be validated",
    ),
    "a description removed and taken off the lists": (
        lambda files: resummed_without(files, "croissant.json"),
        "croissant.json: missing",
    ),
    "a table removed and taken off the lists": (without_table, "describes a table that the manifest does not list"),
    "the manifest removed": (without(MANIFEST), f"{MANIFEST}: missing: this is not a release"),
    "the manifest broken": (edited(MANIFEST, lambda each: each[:-9]), f"{MANIFEST}: not valid JSON"),
    "the manifest emptied": (lambda files: files | {MANIFEST: b"{}"}, "not a manifest of this program"),
    "a manifest that claims billions of rows": (claiming, "lists more rows of agreement_events than fit in its files"),
    "the checksums removed": (without(SUMS), f"{SUMS}: missing"),
    "a line of the checksums broken": (edited(SUMS, lambda each: each[3:]), f"{SUMS}: line 1 is not a checksum"),
    "a cell of a CSV file forged": (
        forged(MEETINGS, replaced(b"the White House", b"the Kremlin")),
        f"{MEETINGS}: its rows of meetings do not match",
    ),
    "a row of a Parquet file forged away": (forged(PARTICIPANTS, fewer), "has 8 rows, the manifest says 9"),
    "a cell of a JSON file forged": (
        forged("json/meetings.json", replaced(b'"venue": "the White House"', b'"venue": "the Kremlin"')),
        "json/meetings.json: its rows of meetings do not match the content digest in the manifest",
    ),
    "an evidence table of other columns, its schema forged too": (
        lambda files: sealed(files | forged_evidence(files)),
        "a row is not valid evidence",
    ),
    "a reference by a column that is not there": (
        lambda files: sealed(files, referring(files, "avenue")),
        "has no column 'avenue', part of the reference to countries",
    ),
    "a description of another form": (
        rewritten("croissant.json", lambda each: each.update(distribution=[5])),
        "croissant.json: does not describe a release",
    ),
    "a description with a path that is no text": (
        rewritten("datapackage.json", lambda each: each["resources"][0].update(path=5)),
        "datapackage.json: contradicts the manifest about 5",
    ),
    "a column of a Parquet file of another type": (forged(PARTICIPANTS, retyped), "has the columns"),
    "a CSV file that is no CSV": (forged(MEETINGS, lambda _: b'"id\n'), "csv/meetings.csv: cannot read meetings: "),
    "a Parquet file that is none": (forged(PARTICIPANTS, lambda _: b"PAR1"), "cannot read meeting_participants: "),
    "a JSON file that is none": (
        forged("json/meetings.json", lambda _: b"["),
        "json/meetings.json: cannot be read: ",
    ),
    "a JSON object with one name twice": (
        forged("json/meetings.json", replaced(b'"id":', b'"id": "x", "id":')),
        "an object has a duplicate key",
    ),
    "a record with a field that no schema knows": (
        forged("json/meetings.json", replaced(b'"id":', b'"note": "x", "id":')),
        "Additional properties are not allowed",
    ),
    "evidence taken out of a record": (evidence_only_in_tables, "differs from the evidence table"),
    "a schema that loads another from the network": (
        forged("schemas/v1/meetings.schema.json", lambda _: b'{"$ref": "http://localhost/x.json"}'),
        "not a JSON Schema",
    ),
    "a hash in datapackage.json changed": (
        rewritten("datapackage.json", lambda each: each["resources"][0].update(hash="sha256:" + "0" * 64)),
        "datapackage.json: contradicts the manifest about csv/",
    ),
    "a hash in croissant.json changed": (
        rewritten("croissant.json", lambda each: each["distribution"][0].update(sha256="0" * 64)),
        "croissant.json: contradicts the manifest about parquet/",
    ),
    "a distribution taken out of dataset.jsonld": (
        rewritten("dataset.jsonld", lambda each: each["dcat:distribution"].pop()),
        "dataset.jsonld: contradicts the manifest about parquet/",
    ),
    "a cell forged in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, venue="the Kremlin")),
        "meeting 2025-11-06-white-house /venue: 'the White House' does not match the record",
    ),
    "a value of no list in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, kind="party")),  # type: ignore[arg-type]
        "is not one of",
    ),
    "a reference to nobody in every format": (
        lambda _: with_meeting(lambda each: attrs.evolve(each, host_country="XYZ")),
        "host_country 'XYZ' is not an id in countries",
    ),
    "a record that stands twice in every format": (duplicate_meeting, "its key id is not unique and sorted"),
    "a quote forged in every format": (
        lambda _: with_evidence(quote="Kazakhstan signed on Thursday"),
        "the quote 'Kazakhstan signed on Thursday' is not in",
    ),
    "words of ours called a quote by their grade, in every format": (
        lambda _: with_evidence(grade=Grade.SUMMARISED),
        "its grade is summarised, but it has quote",
    ),
    "a better grade claimed in every table": (
        lambda _: claimed("evidence_grade", "quoted"),
        "json/countries.json: its rows of country_local_names do not match the content digest",
    ),
    "a grade taken away in every table": (
        lambda _: claimed("evidence_grade", None),
        "json/meetings.json: its rows of meeting_participants do not match the content digest",
    ),
    "more sources claimed in every table": (
        lambda _: claimed("source_count", 9),
        "json/leaders.json: its rows of leader_offices do not match the content digest",
    ),
    "a dispute claimed in every table": (
        lambda _: claimed("disputed", "date"),
        "json/agreements.json: its rows of agreement_events do not match the content digest",
    ),
    "a quote moved in every format": (lambda _: with_evidence(start=5), "at character 5"),
    "a source that is not there": (lambda _: with_evidence(source="elsewhere"), "is not in the release"),
    "a source rewritten, its hash put right": (
        lambda _: with_text(samples.alone().texts["2025-11-06-kazakhstan-to-join"].replace("Thursday", "Friday")),
        "is not in",
    ),
}


def test_there_are_at_least_25_tamperings() -> None:
    assert len(TAMPERINGS) >= 25


@pytest.mark.parametrize("name", TAMPERINGS)
def test_verify_finds_that_there_is(name: str) -> None:
    tamper, message = TAMPERINGS[name]
    problems = told(tamper(samples.alone_files()))
    assert any(message in problem for problem in problems), problems


def test_the_committed_exports_verify_and_it_is_said_how_much_was_checked() -> None:
    verdict = verify.verify(EXPORTS)
    assert verdict.problems == []
    assert verdict.files == len(folder.files_in(EXPORTS))
    assert verdict.tables == 26
    assert verdict.cells == len(json.loads((EXPORTS / "json" / "evidence.json").read_text(encoding="utf-8")))
    assert min(verdict.rows, verdict.references, verdict.passages) > 100


def test_a_release_that_was_sealed_again_unchanged_is_the_release() -> None:
    assert sealed(samples.alone_files()) == samples.alone_files()
    assert resummed(samples.alone_files()) == samples.alone_files()


def test_an_invalid_value_is_told_by_its_pointer_and_kind() -> None:
    assert str(MeetingKind.CALL) == "call"
    problems = told(with_meeting(lambda each: attrs.evolve(each, kind="party")))  # type: ignore[arg-type]
    assert any("/kind: " in problem for problem in problems)


def test_a_quote_that_disputes_a_cell_need_not_hold_its_value(base: Path) -> None:
    record = base / "meetings" / "castle-zenda.yaml"
    record.write_text(
        record.read_text()
        + "  - source: wire\n    quote: Nobody’s fool\n    stance: disputes\n"
        + "    supports:\n      - {field: /venue, basis: stated}\n"
    )
    data = dataset.load(base)
    built = build.build(data, build.unreleased(data))
    assert verify.examine("release", built.files).problems == []
    assert b"disputes" in built.files["csv/evidence.csv"]


def test_an_alternative_that_is_stated_stands_in_its_quote_and_in_no_support(base: Path) -> None:
    record = base / "agreements" / "zenda-pact.yaml"
    record.write_text(
        record.read_text()
        + "  - source: wire\n    quote: Freedonia signed the Zenda Pact on 2024-05-01\n    stance: disputes\n"
        + '    supports:\n      - {field: /events/0/date, alternative: "2024-05-01", basis: stated}\n'
    )
    data = dataset.load(base)
    (pact,) = data.agreements
    *rest, last = pact.evidence
    (support,) = last.supports

    def told_with(alternative: str, stance: Stance) -> list[str]:
        other = attrs.evolve(last, stance=stance, supports=(attrs.evolve(support, alternative=alternative),))
        changed = attrs.evolve(pact, evidence=(*rest, other))
        forged = attrs.evolve(data, records=data.records | {"agreement": (changed,)})
        return told(build.build(forged, build.unreleased(data)).files)

    assert told_with("2024-05-01", Stance.DISPUTES) == []
    (problem,) = told_with("2024-05-02", Stance.DISPUTES)
    assert "'2024-05-02' is marked as stated, but is not in its quote" in problem
    assert any(
        "evidence that supports it gives '2024-05-01'" in each for each in told_with("2024-05-01", Stance.SUPPORTS)
    )


def test_a_partial_export_is_no_whole_release() -> None:
    chosen = build.choice(("csv",), ("meetings",))
    problems = told(build.build(samples.alone(), build.unreleased(samples.alone()), chosen).files)
    assert any("parquet/meetings.parquet: missing" in problem for problem in problems)


def test_a_csv_cell_that_is_no_number_is_told() -> None:
    name = "csv/meeting_participants.csv"
    lines = list(csv.reader(io.StringIO(samples.alone_files()[name].decode(), newline="")))
    lines[1][1] = "first"
    sink = io.StringIO()
    csv.writer(sink, lineterminator="\n").writerows(lines)
    problems = told(sealed(samples.alone_files() | {name: sink.getvalue().encode()}))
    assert any("cannot read meeting_participants: " in problem for problem in problems)


FILES = st.deferred(lambda: st.sampled_from(sorted(samples.alone_files())))


@given(FILES, st.integers(0, 10**6), st.integers(0, 255))
def test_whatever_byte_of_a_release_is_changed_is_told_without_an_exception(path: str, place: int, value: int) -> None:
    content = samples.alone_files()[path]
    place %= len(content)
    changed = content[:place] + bytes([value]) + content[place + 1 :]
    problems = told(samples.alone_files() | {path: changed})
    assert bool(problems) == (changed != content)


@given(FILES.filter(lambda path: "/" in path), st.integers(0, 10**6), st.integers(0, 255))
def test_a_byte_of_a_forged_release_never_leads_to_an_exception(path: str, place: int, value: int) -> None:
    content = samples.alone_files()[path]
    place %= len(content)
    told(sealed(samples.alone_files() | {path: content[:place] + bytes([value]) + content[place + 1 :]}))


def test_a_wrong_row_is_told_by_its_own_number_however_many_are_judged_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = samples.meetings(samples.alone())
    forged = (first, attrs.evolve(second, kind="soiree"))  # type: ignore[arg-type]
    files = built_files(attrs.evolve(samples.alone(), records=samples.alone().records | {"meeting": forged}))
    whole = told(files)
    monkeypatch.setattr(validity, "BLOCK", 1)
    assert told(files) == whole
    assert any(each.startswith("release/parquet/meetings.parquet: /1/kind") for each in whole)
