"""What changed since a former release."""

from pathlib import Path

import samples
from commands import run
from conftest import EXPORTS
from sites import FIRST_VIEW, Page, changed, followed, real

from accords_data.release import build as release_build
from accords_data.site import build
from accords_data.verify import diff


def test_every_link_leads_somewhere_with_a_former_release_beside_it(tmp_path: Path) -> None:
    former = samples.alone()
    for path, content in release_build.build(former, release_build.unreleased(former)).files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    files = dict(build.pages(real(), diff.compare(tmp_path, EXPORTS)))
    assert followed(files) > 12_000
    assert max(len(content) for name, content in files.items() if name.startswith("changes")) < FIRST_VIEW


def test_what_changed_is_told_with_its_evidence_and_beside_the_value(tmp_path: Path) -> None:
    data = samples.invented()
    for name, each in (("old", data), ("new", changed("meeting", label="Dinner at Castle Zenda"))):
        for path, content in release_build.build(each, release_build.unreleased(each)).files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_bytes(content)
    run("site", str(tmp_path / "new"), "--since", str(tmp_path / "old"), "--out", str(tmp_path / "site"))
    told = Page((tmp_path / "site" / "changes.html").read_bytes()).text
    assert "Meeting at Castle Zenda Dinner at Castle Zenda" in " ".join(told.split())
    record = Page((tmp_path / "site" / "meetings" / "castle-zenda.html").read_bytes()).text
    assert "In the former release: Meeting at Castle Zenda" in record
