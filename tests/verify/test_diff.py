"""What differs between two releases: facts with their evidence."""

import json
import operator
from pathlib import Path

from commands import accords
from hypothesis import given
from hypothesis import strategies as st

from accords_data.verify import diff

RATIFIED = """\
  - source: wire
    quote: Freedonia signed the Zenda Pact on 2024-05-01, and its parliament ratified it
    supports:
      - {field: /events/x-fre-ratified/event, basis: resolved, words: ratified}
      - {field: /events/x-fre-ratified/country, basis: resolved}
"""


def before_and_after(seeds: Path, name: str, *edits: tuple[str, str]) -> None:
    """Export ``old``, make the edits in the record `name`, export ``new``."""
    assert accords("export", "--out", "old", "--quiet").returncode == 0
    text = (seeds / name).read_text()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (seeds / name).write_text(text)
    done = accords("export", "--out", "new", "--quiet")
    assert done.returncode == 0, done.stderr


def run_diff(*options: str) -> tuple[int, str]:
    done = accords("diff", "old", "new", *options)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_the_same_seeds_do_not_differ(base: Path) -> None:
    before_and_after(base, "meetings/castle-zenda.yaml")
    assert run_diff() == (
        0,
        "0.0.0 (2026-03-05) -> 0.0.0 (2026-03-05)\nNo facts, evidence or schemas differ.\n",
    )


def test_a_curated_change_is_told_exactly_with_its_evidence(base: Path) -> None:
    """The curator learns from the source that was there all along that the parliament ratified the pact."""
    before_and_after(
        base,
        "agreements/zenda-pact.yaml",
        ("evidence:\n", "  - item: x-fre-ratified\n    event: ratified\n    country: X-FRE\nevidence:\n"),
        (
            "      - {field: /events/x-fre-signed-2024-05-01/date, basis: stated}\n",
            "      - {field: /events/x-fre-signed-2024-05-01/date, basis: stated}\n" + RATIFIED,
        ),
    )
    code, told = run_diff()
    assert code == 1
    assert (
        told
        == """\
0.0.0 (2026-03-05) -> 0.0.0 (2026-03-05)

agreement zenda-pact
  + /events/x-fre-ratified/event: ratified
      resolved by cue_word from "ratified"; wire: "Freedonia signed the Zenda
          Pact on 2024-05-01, and its parliament ratified it"
  + /events/x-fre-ratified/country: X-FRE
      resolved by country_name from "Freedonia"; the same

computed table agreement_status has different rows

Cells: 2 added, 0 removed, 0 changed, 0 evidence changed
Schema changes: 0 breaking, 0 compatible
"""
    )
    assert max(map(len, told.splitlines())) <= 80


def test_a_corrected_cell_is_one_change_with_both_values(base: Path) -> None:
    before_and_after(
        base,
        "agreements/zenda-pact.yaml",
        ('date: "2024-05-01"', 'date: "2024-05"'),
        (
            "/events/x-fre-signed-2024-05-01/date, basis: stated",
            "/events/x-fre-signed-2024-05-01/date, basis: inferred, note: The day is doubtful.",
        ),
    )
    told = json.loads(run_diff("--output", "json")[1])
    (change,) = told["changes"]
    assert (change["action"], change["field"], change["old"], change["new"]) == (
        "changed", "/events/x-fre-signed-2024-05-01/date", "2024-05-01", "2024-05",
    )  # fmt: skip
    assert change["evidence"][0]["note"] == "The day is doubtful."
    assert told["derived_tables"] == ["agreement_status"]


def test_an_item_that_was_only_moved_is_no_change(base: Path) -> None:
    first = "  - item: x-rur\n    country: X-RUR\n    role: aspirant\n    entry_mode: accession\n"
    second = "  - item: x-fre\n    country: X-FRE\n    role: party\n    entry_mode: not_stated\n"
    before_and_after(base, "agreements/zenda-pact.yaml", (first + second, second + first))
    assert run_diff() == (
        0,
        "0.0.0 (2026-03-05) -> 0.0.0 (2026-03-05)\nNo facts, evidence or schemas differ.\n",
    )


def test_other_evidence_for_the_same_value_is_told_as_such(base: Path) -> None:
    before_and_after(base, "countries/X-RUR.yaml", ("quote: Ruritania announced", "quote: Ruritania announced on"))
    code, told = run_diff()
    assert code == 1
    assert "  = /name: Ruritania (same value, other evidence)\n" in told
    assert 'stated; wire: "Ruritania announced on"' in told


def test_a_removed_record_is_told_with_every_cell_and_no_evidence(base: Path) -> None:
    assert accords("export", "--out", "new", "--quiet").returncode == 0
    (base / "leaders" / "x.yaml").write_text(
        "id: x\nname: Firefly\nevidence:\n  - source: wire\n    quote: Firefly called him\n"
        "    supports:\n      - {field: /name, basis: stated}\n"
    )
    assert accords("export", "--out", "old", "--quiet").returncode == 0
    told = run_diff()[1]
    assert "leader x (removed)\n  - /id: x\n  - /name: Firefly\n" in told


def test_markdown_is_a_release_note_that_runs_nothing_of_the_data(base: Path) -> None:
    before_and_after(
        base, "meetings/castle-zenda.yaml", ("label: Meeting at", 'label: "<script>x</script> | *Meeting* at'),
        ("Castle Zenda\nkind", 'Castle Zenda"\nkind'),
    )  # fmt: skip
    told = run_diff("--output", "markdown")[1]
    assert told.startswith("# accords-data 0.0.0\n\nChanges since 0.0.0. Cells: 0 added, 0 removed, 1 changed")
    assert "<script>" not in told
    assert r"\<script\>x\</script\> \| \*Meeting\* at" in told


def test_a_release_that_is_not_whole_is_not_compared(base: Path) -> None:
    before_and_after(base, "meetings/castle-zenda.yaml")
    Path("new/csv/meetings.csv").write_text("x")
    done = accords("diff", "old", "new")
    assert (done.returncode, done.stdout) == (2, "")
    assert "new/csv/meetings.csv: does not match its size and checksum in the manifest" in done.stderr
    assert accords("diff", "old", "nowhere").returncode == 2


def test_archives_are_compared_like_folders(base: Path) -> None:
    before_and_after(base, "meetings/castle-zenda.yaml", ("label: Meeting", "label: A meeting"))
    assert accords("release", "--version", "2026.12.0", "--out", "dist", "--quiet").returncode == 0
    done = accords("diff", "old", "dist/accords-data-2026.12.0.tar.gz")
    assert done.returncode == 1
    assert done.stdout.startswith("0.0.0 (2026-03-05) -> 2026.12.0 (2026-12)\n\nmeeting castle-zenda\n  ~ /label: Meet")


scalars = st.none() | st.sampled_from(["a", "b", "c"])
items = st.lists(
    st.fixed_dictionaries({"item": st.sampled_from("vwxyz"), "country": scalars, "role": scalars}),
    max_size=4,
    unique_by=operator.itemgetter("item"),
)
Items = list[dict[str, str | None]]


def _pairs(old: Items, new: Items) -> list[tuple[object, ...]]:
    return list(diff._objects({"parties": old}, {"parties": new}, "", ""))  # noqa: SLF001 - its heart


def _facts(found: Items) -> set[tuple[str | None, str, str]]:
    cells = ((each["item"], name, cell) for each in found for name, cell in each.items() if name != "item")
    return {(item, name, cell) for item, name, cell in cells if cell is not None}


@given(items, items)
def test_a_list_differs_by_exactly_the_cells_of_its_items_wherever_they_stand(old: Items, new: Items) -> None:
    changed = {str(now or was) for was, now, one, other in _pairs(old, new) if one != other}
    assert changed == {f"/parties/{item}/{name}" for item, name, _ in _facts(old) ^ _facts(new)}
    for was, now, one, other in _pairs(old, new):
        assert (was is None) == (one is None)
        assert (now is None) == (other is None)


def test_an_item_of_a_release_without_ids_is_the_same_when_it_says_the_same() -> None:
    one: dict[str, str | None] = {"country": "KAZ", "role": "aspirant"}
    same = _pairs([one], [{"item": "are", "country": "ARE", "role": None}, {**one, "item": "kaz"}])
    assert [(was, now) for was, now, old, new in same if old == new] == [
        ("/parties/0/country", "/parties/kaz/country"),
        ("/parties/0/role", "/parties/kaz/role"),
    ]
    assert [now for _, now, old, new in same if old != new] == ["/parties/are/country"]
