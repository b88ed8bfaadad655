"""What is retired: every address of a former release leads to its fact, to its successor or to its tombstone."""

import html
from collections import Counter
from pathlib import Path

import pytest
import samples
from commands import export, run
from conftest import BASE

import accords_data
from accords_data.model import retired
from accords_data.model.addresses import resolve
from accords_data.model.fields import cells
from accords_data.model.retired import Retired
from accords_data.seeds import dataset
from accords_data.seeds.dataset import Dataset

RETIRED = """\
retired:
  - record_kind: meeting
    record: castle-zenda
    reason: The meeting has a better name.
    successor: talks-at-zenda
  - record_kind: agreement
    record: zenda-pact
    address: /events/x-fre-signed-2024-05-01
    reason: One word for one thing.
    successor: zenda-pact
    successor_address: /events/freedonia-signed
  - record_kind: agreement
    record: zenda-pact
    address: /parties/x-fre
    reason: It is no party.
"""
PARTY = """\
  - item: x-fre
    country: X-FRE
    role: party
    entry_mode: not_stated
"""
EVIDENCE = """\
      - {field: /parties/x-fre/country, basis: resolved}
      - {field: /parties/x-fre/role, basis: inferred, note: A country that signed is a party.}
"""


def replaced(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def later(base: Path) -> Path:
    """The invented seeds after a renamed meeting, a renamed event, a withdrawn party and an event in front."""
    replaced(base / "meetings" / "castle-zenda.yaml", ("id: castle-zenda", "id: talks-at-zenda"))
    (base / "meetings" / "castle-zenda.yaml").rename(base / "meetings" / "talks-at-zenda.yaml")
    replaced(
        base / "agreements" / "zenda-pact.yaml",
        ("meeting: castle-zenda", "meeting: talks-at-zenda"),
        ("x-fre-signed-2024-05-01", "freedonia-signed"),
        (PARTY, ""),
        (EVIDENCE, ""),
        ("events:\n", "events:\n  - item: first\n    event: signed\n    country: X-RUR\n"),
        ("evidence:\n", ("evidence:\n  - source: wire\n    quote: Ruritania announced\n    supports:\n"
         "      - {field: /events/first/country, basis: resolved}\n"
         "      - {field: /events/first/event, basis: inferred, note: Invented.}\n")),
    )  # fmt: skip
    (base / "retired.yaml").write_text(RETIRED, encoding="utf-8")
    return base


def where(data: Dataset, kind: str, record: str, address: str, value: object) -> str:
    """Return where an address of the former release leads in `data`."""
    found = {each.id: each for each in data.records[kind]}
    tombstone = retired.successor_of(kind, record, address, data.retired)
    if tombstone is not None and tombstone.successor is None:
        return "tombstone"
    if tombstone is not None:
        record, address = tombstone.successor or "", tombstone.successor_address or address
    place = resolve(found[record], address) if record in found else None
    assert place is not None, (kind, record, address)
    if str(place.value) not in {"talks-at-zenda", "freedonia-signed"}:  # the new names themselves
        assert place.value == value
    return "fact" if tombstone is None else "successor"


def test_every_address_of_the_former_release_leads_to_its_fact_its_successor_or_its_tombstone(later: Path) -> None:
    data = dataset.load(later)
    led = Counter(
        where(data, kind, record.id, cell.address, cell.value)
        for kind, group in samples.invented().records.items()
        for record in group
        for cell in cells(record)
    )
    assert led["fact"] > 30
    assert led["successor"] > 10
    assert led["tombstone"] == 4


def test_a_release_carries_it_as_a_table_and_verifies(later: Path) -> None:
    assert export("--out", "out").returncode == 0
    run("verify", "out")
    table = accords_data.load("retired", path="out")
    assert table.column("record").to_pylist() == ["zenda-pact", "zenda-pact", "castle-zenda"]
    assert table.column("address").to_pylist() == ["/events/x-fre-signed-2024-05-01", "/parties/x-fre", None]
    assert later.is_dir()


def test_a_release_of_which_nothing_is_retired_has_an_empty_table() -> None:
    assert samples.whole_rows()["retired"] == []
    assert not (BASE / "retired.yaml").exists()
    assert samples.invented().retired == ()


def test_the_evidence_of_a_retired_cell_is_that_of_its_successor(later: Path) -> None:
    assert export("--out", "out").returncode == 0
    told = accords_data.evidence("meeting", "castle-zenda", "/venue", path="out")
    assert told == accords_data.evidence("meeting", "talks-at-zenda", "/venue", path="out") != ()
    told = accords_data.evidence("agreement", "zenda-pact", "/events/x-fre-signed-2024-05-01/date", path="out")
    assert [each.supports[0].field for each in told] == ["/events/freedonia-signed/date"]
    assert later.is_dir()


def test_show_follows_it_and_tells_of_the_items_that_are_gone(later: Path) -> None:
    done = run("show", "meeting", "castle-zenda")
    assert done.stderr.startswith(
        "meeting castle-zenda is now meeting talks-at-zenda: The meeting has a better name.\n"
    )
    assert done.stdout.startswith("meeting talks-at-zenda\n")
    told = " ".join(run("show", "agreement", "zenda-pact").stdout.split())
    assert "/parties/x-fre was withdrawn: It is no party." in told
    assert "x-fre-signed-2024-05-01 is now agreement zenda-pact/events/freedonia-signed: One word" in told
    assert later.is_dir()


def test_the_site_has_a_page_for_the_record_and_a_place_for_each_cell_of_the_item(later: Path) -> None:
    assert export("--out", "out").returncode == 0
    run("site", "out", "--out", "site")
    gone = html.unescape(Path("site/meetings/castle-zenda.html").read_text(encoding="utf-8"))
    assert "The meeting has a better name." in gone
    assert 'href="../meetings/talks-at-zenda.html"' in gone
    page = html.unescape(Path("site/agreements/zenda-pact.html").read_text(encoding="utf-8"))
    for anchor in ("events.x-fre-signed-2024-05-01.date", "parties.x-fre", "parties.x-fre.role"):
        assert f'id="{anchor}"' in page
    assert "zenda-pact.html#events.freedonia-signed" in page
    assert later.is_dir()


def test_a_chain_of_successors_is_followed_and_a_circle_is_left() -> None:
    def moved(old: str, new: str | None) -> Retired:
        return Retired(record_kind="meeting", record=old, reason="It moved.", successor=new)

    chain = (moved("a", "b"), moved("b", "c"), moved("c", None))
    found = retired.successor_of("meeting", "a", "/venue", chain)
    assert found == chain[2]
    found = retired.successor_of("meeting", "a", "/venue", chain[:2])
    assert found is not None
    assert (found.successor, found.successor_address) == ("c", "/venue")
    assert retired.successor_of("meeting", "x", "/venue", chain) is None
    assert retired.successor_of("meeting", "a", "", (moved("a", "b"), moved("b", "a"))) is not None
