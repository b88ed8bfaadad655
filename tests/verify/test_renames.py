"""A record of which only the id changed is one record, wherever the id stands."""

from pathlib import Path
from typing import Any

import pytest
from commands import accords, run

from accords_data.verify import renames

Records = dict[str, dict[str, dict[str, Any]]]


def release(*, leader: str = "omar", meeting: str = "talks", source: str = "wire", country: str = "BHR") -> Records:
    """Return the records of a small release, with these ids."""
    entry = {
        "source": source,
        "quote": "Omar met Dana.",
        "supports": [{"field": "/participants/0/leader", "value": leader}],
    }
    return {
        "country": {country: {"id": country, "name": "Bahrain"}, "ISR": {"id": "ISR", "name": "Israel"}},
        "leader": {
            leader: {"id": leader, "name": "Omar Faris", "offices": [{"country": country}], "evidence": [entry]},
            "dana": {"id": "dana", "name": "דנה לוי", "offices": [{"country": "ISR"}]},
        },
        "meeting": {
            meeting: {"id": meeting, "label": "Talks", "participants": [{"leader": leader}], "evidence": [entry]}
        },
        "source": {source: {"id": source, "path": f"{source}.txt", "title": "会談", "evidence": [{"source": source}]}},
    }


@pytest.mark.parametrize(
    "ids",
    [
        {"leader": "omar-al-faris"},
        {"meeting": "2026-03-12-talks"},
        {"source": "2026-03-12-wire"},
        {"country": "X-BHR"},
        {"leader": "omar-al-faris", "meeting": "2026-talks"},
        {"leader": "talks", "meeting": "omar"},
        {"source": "report", "leader": "o-faris", "country": "X-BA"},
        {"leader": "o", "meeting": "m", "source": "s", "country": "BAH"},
        {"leader": "wire-1", "source": "wire-2"},
    ],
    ids=str,
)
def test_an_id_that_changed_is_found_and_told_of_everything_that_names_it(ids: dict[str, str]) -> None:
    old, new = release(), release(**ids)
    names = {"leader": "omar", "meeting": "talks", "source": "wire", "country": "BHR"}
    changed = renames.found(old, new)
    assert changed == {kind: {names[kind]: name} for kind, name in ids.items()}
    assert renames.applied(old, changed) == new


def saying(records: Records, kind: str, name: str, cells: dict[str, object]) -> Records:
    """Return `records` with other `cells` in one of them."""
    return {**records, kind: {**records[kind], name: {**records[kind][name], **cells}}}


@pytest.mark.parametrize(
    ("kind", "name", "cells"),
    [
        ("leader", "new-one", {"name": "Omar Faris Jr."}),
        ("leader", "new-one", {"name": "عمر فارس"}),
        ("leader", "new-one", {"name": "Faris Omar"}),
        ("leader", "new-one", {"offices": [{"country": "ISR", "title": "King", "held": "2026"}]}),
        ("meeting", "new-one", {"label": "会談"}),
        ("meeting", "new-one", {"participants": [{"leader": "dana", "country": "ISR"}]}),
        ("source", "new-one", {"title": "Переговоры"}),
    ],
)
def test_a_record_that_says_something_else_is_another_record(kind: str, name: str, cells: dict[str, object]) -> None:
    new = saying(release(**{kind: name}), kind, name, cells)
    assert renames.found(release(), new) == {}


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("leader", {"offices": []}),
        ("leader", {"offices": [{"country": "BHR", "held": "2026"}]}),
        ("leader", {"wikidata_id": "Q1"}),
        ("meeting", {"date": "2026-03-12"}),
        ("meeting", {"participants": [{"leader": "omar"}, {"leader": "dana"}]}),
        ("source", {"path": "other.txt"}),
        ("source", {"published": "2026-03-12"}),
        ("country", {"iso_alpha2": "BH"}),
    ],
)
def test_a_record_that_was_renamed_and_corrected_is_one_that_changed(kind: str, cells: dict[str, object]) -> None:
    names = {"leader": "omar", "meeting": "talks", "source": "wire", "country": "BHR"}
    new = saying(release(**{kind: "X-NEW"}), kind, "X-NEW", cells)
    assert renames.found(release(), new) == {kind: {names[kind]: "X-NEW"}}


def test_two_that_say_the_same_are_told_apart_by_their_evidence_or_not_at_all() -> None:
    def two(one: str, other: str, *quotes: str) -> Records:
        names = dict(zip((one, other), quotes, strict=True))
        return {"meeting": {name: {"id": name, "label": "Talks", "evidence": [quote]} for name, quote in names.items()}}

    assert renames.found(two("a", "b", "x", "y"), two("c", "d", "y", "x")) == {"meeting": {"a": "d", "b": "c"}}
    assert renames.found(two("a", "b", "x", "x"), two("c", "d", "x", "x")) == {}
    assert renames.found(two("a", "b", "x", "y"), two("a", "b", "y", "x")) == {}
    assert renames.found(two("a", "b", "x", "y"), two("c", "d", "v", "w")) == {}


def test_an_id_that_another_kind_still_has_is_not_replaced_where_it_may_mean_that() -> None:
    old = {"leader": {"x": {"id": "x", "name": "A"}}, "meeting": {"x": {"id": "x", "of": "x"}}}
    new = {"leader": {"y": {"id": "y", "name": "A"}}, "meeting": {"x": {"id": "x", "of": "x"}}}
    changed = renames.found(old, new)
    assert changed == {"leader": {"x": "y"}}
    assert renames.applied(old, changed) == new


def test_diff_tells_one_renaming_in_words_markdown_and_json(base: Path) -> None:
    run("export", "--out", "old", "--quiet")
    text = base / "leaders" / "rufus-firefly.yaml"
    for path in base.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("rufus-firefly", "rufus-t-firefly"), encoding="utf-8")
    text.rename(text.with_name("rufus-t-firefly.yaml"))
    run("export", "--out", "new", "--quiet")
    done = accords("diff", "old", "new")
    assert done.returncode == 1
    assert "leader rufus-t-firefly\n  > /id: rufus-firefly -> rufus-t-firefly\n" in done.stdout
    assert "Cells: 0 added, 0 removed, 0 changed, 0 evidence changed\nRecords under another id: 1\n" in done.stdout
    assert (
        "- renamed `/id`: rufus-firefly -\\> rufus-t-firefly"
        in accords("diff", "old", "new", "--output", "markdown").stdout
    )
    assert '"action": "renamed"' in accords("diff", "old", "new", "--output", "json").stdout
