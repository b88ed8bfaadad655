"""What differs between two releases: facts with their evidence."""

import json
from pathlib import Path

from commands import accords
from hypothesis import given
from hypothesis import strategies as st

from accords_data.verify import diff

RATIFIED = """\
  - source: wire
    quote: Freedonia signed the Zenda Pact on 2024-05-01, and its parliament ratified it
    supports:
      - {field: /events/2/event, basis: resolved, words: ratified}
      - {field: /events/2/country, basis: resolved}
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
        ("evidence:\n", "  - event: ratified\n    country: X-FRE\nevidence:\n"),
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
  + /events/2/event: ratified
      resolved by cue_word from "ratified"; wire: "Freedonia signed the Zenda
          Pact on 2024-05-01, and its parliament ratified it"
  + /events/2/country: X-FRE
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
    first = "  - country: X-RUR\n    role: aspirant\n    entry_mode: accession\n"
    second = "  - country: X-FRE\n    role: party\n    entry_mode: not_stated\n"
    before_and_after(
        base,
        "agreements/zenda-pact.yaml",
        (first + second, second + first),
        *((f"/parties/x-rur/{name}", f"/parties/9/{name}") for name in ("country", "role", "entry_mode")),
        *((f"/parties/x-fre/{name}", f"/parties/x-rur/{name}") for name in ("country", "role")),
        *((f"/parties/9/{name}", f"/parties/x-fre/{name}") for name in ("country", "role", "entry_mode")),
    )
    assert run_diff()[0] == 0


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
items = st.lists(st.fixed_dictionaries({"country": scalars, "role": scalars, "date": scalars}), max_size=4)


@given(items, items)
def test_a_list_differs_by_cells_exactly_when_its_items_do(
    old: list[dict[str, str | None]], new: list[dict[str, str | None]]
) -> None:
    def facts(rows: list[dict[str, str | None]]) -> list[list[tuple[str, str]]]:
        return sorted(
            sorted((name, cell) for name, cell in row.items() if cell is not None) for row in rows if any(row.values())
        )

    matching = diff._Matching("agreement", {("agreement", "parties"): "country"})  # noqa: SLF001 - its heart
    pairs = list(matching.objects({"parties": old}, {"parties": new}, "", ""))
    differ = any(one != other for _, _, one, other in pairs)
    assert differ == (facts(old) != facts(new))
    for was, now, one, other in pairs:
        assert (was is None) == (one is None)
        assert (now is None) == (other is None)


def _pairs(field: str, old: list[dict[str, str]], new: list[dict[str, str]]) -> list[tuple[object, ...]]:
    matching = diff._Matching("meeting", {("meeting", "participants"): "country"})  # noqa: SLF001 - its heart
    return [pair for pair in matching.objects({field: old}, {field: new}, "", "") if pair[2] != pair[3]]


def test_an_item_of_another_country_is_another_item_however_alike() -> None:
    one = {"country": "UZB", "designation": "leaders", "role": "participant", "attendance": "attended"}
    told = _pairs("participants", [one], [one | {"country": "TJK"}])
    assert len(told) == 8
    assert all(was is None or now is None for was, now, _, _ in told)


def test_an_item_that_shares_less_than_half_of_its_cells_is_another_item() -> None:
    one = {"country": "KAZ", "designation": "President", "role": "participant", "attendance": "attended"}
    told = _pairs("participants", [one], [one | {"designation": "leader", "role": "host", "attendance": "expected"}])
    assert len(told) == 8
    told = _pairs("participants", [one], [one | {"designation": "leader", "role": "host"}])
    assert [(now, value, other) for _, now, value, other in told] == [
        ("/participants/rufus-firefly/designation", "President", "leader"),
        ("/participants/rufus-firefly/role", "participant", "host"),
    ]
