"""References lead to a row, and quotes are in their source."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from commands import run
from conftest import ROOT


@pytest.mark.usefixtures("place")
def test_references_must_lead_to_a_row_and_quotes_stand_in_their_source() -> None:
    exported = str(ROOT / "exports")
    meetings = json.loads((ROOT / "exports" / "json" / "meetings.json").read_text(encoding="utf-8"))
    checks = ("--references", exported, "--sources", f"{exported}/sources")
    Path("good.jsonl").write_text("".join(json.dumps(each) + "\n" for each in meetings), encoding="utf-8")
    run("validate", "good.jsonl", "--kind", "meeting", *checks)
    meetings[0]["participants"][1]["country"] = "ISX"
    meetings[1]["evidence"][0]["start"] += 1
    meetings[2]["evidence"][0]["source"] = "no-such-source"
    meetings[3]["agreements"][0]["agreement"] = "abraham-accord"
    Path("bad.jsonl").write_text("".join(json.dumps(each) + "\n" for each in meetings), encoding="utf-8")
    told = json.loads(run("validate", "bad.jsonl", "--kind", "meeting", *checks, "--output", "json", status=1).stdout)
    messages = sorted(told["messages"])
    assert told["rejected"] == 4
    assert "the given tables have no country 'ISX'" in messages
    assert "the given tables have no agreement 'abraham-accord'" in messages
    assert any("is not at characters" in message for message in messages)
    table = pa.table({"id": ["x"], "text": ["y"]})
    pq.write_table(table, "texts.parquet")
    told = run("validate", "good.jsonl", "--kind", "meeting", "--sources", "texts.parquet", status=1).stdout
    assert "there is no text for source" in told
