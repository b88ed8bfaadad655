"""The nested files of a release: read record by record, beside the rows of the flat files."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
import samples
from sealing import sealed
from tampering import forged, told

from accords_data.release.digest import Columns, Row, content_digest
from accords_data.release.manifest import MANIFEST
from accords_data.verify import comparison, documents, validity


@pytest.mark.parametrize("number", ["0.0", "false"])
def test_what_python_takes_for_the_same_number_is_no_integer_of_a_row(number: str) -> None:
    changed = forged(
        "json/evidence.json", lambda each: each.replace(b'"position": 0', f'"position": {number}'.encode())
    )
    assert any(
        "json/evidence.json: its rows of evidence do not match the content digest" in each
        for each in told(changed(samples.alone_files()))
    )


@pytest.mark.parametrize("name", ["csv/meetings.csv", "csv/meeting_participants.csv"])
def test_rows_in_another_order_are_the_same_rows(name: str) -> None:
    header, *lines = samples.alone_files()[name].decode().splitlines(keepends=True)
    assert len(lines) > 1
    assert told(sealed(samples.alone_files() | {name: "".join([header, *reversed(lines)]).encode()})) == []


class _Counting(documents.NestedTable):
    """Knows how many records it was given together at most."""

    most = 0

    def take(self, records: list[Any]) -> None:
        _Counting.most = max(_Counting.most, len(records))
        super().take(records)


def test_of_nested_files_that_are_alike_no_digest_is_made_and_each_record_is_let_go_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    digested = []

    def counting(columns: Columns, found: Iterable[Row]) -> str:
        digested.append(columns)
        return content_digest(columns, found)

    for module in (comparison, documents):
        monkeypatch.setattr(module, "content_digest", counting)
    monkeypatch.setattr(validity, "BLOCK", 1)
    monkeypatch.setattr(documents, "NestedTable", _Counting)
    assert told(samples.alone_files()) == []
    assert len(digested) == len(json.loads(samples.alone_files()[MANIFEST])["tables"])
    assert _Counting.most == 1


def test_evidence_of_a_record_that_no_nested_file_has_is_told_row_by_row() -> None:
    first, *_ = json.loads(samples.alone_files()["json/meetings.json"])
    without = forged("json/meetings.json", lambda each: json.dumps(json.loads(each)[1:]).encode())
    lost = [each for each in told(without(samples.alone_files())) if "does not match the record" in each]
    assert len(lost) == sum(len(entry["supports"]) for entry in first["evidence"])
    assert all(f"meeting {first['id']} " in each for each in lost)
