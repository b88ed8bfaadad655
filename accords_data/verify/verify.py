"""Whether a release is what it promises: whole, valid, joined, alike in all its formats, every quote in its source.

Everything is read from the release itself; neither seeds nor models of this program are looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from accords_data.problems import Problem
from accords_data.verify import archive, attestation, checksums, comparison, joins
from accords_data.verify.archive import Content
from accords_data.verify.verdict import WHOLE, OpenRelease, Verdict


def verify(place: Path, on_step: Callable[[str], None] = lambda _: None) -> Verdict:
    """Return the verdict on the release at `place`, a folder or an archive; nothing is written."""
    on_step("reading the files")
    return judged(archive.read(place), on_step)[0]


def examine(name: str, files: Mapping[str, bytes], on_step: Callable[[str], None] = lambda _: None) -> Verdict:
    """Return the verdict on the release that consists of `files`, bytes by path, and is called `name`."""
    return judged(Content(name, files, ()), on_step)[0]


def judged(content: Content, on_step: Callable[[str], None] = lambda _: None) -> tuple[Verdict, dict[str, Any]]:
    """Return the verdict on `content`, and the value of each nested file that was read for it, by its path.

    `on_step` is called with what is checked next.
    """
    verdict = Verdict(len(content.files), problems=list(content.problems))
    if not content.files:
        if not verdict.problems:
            verdict.problems.append(content.problem("", "is empty", "give a release folder or archive"))
        return verdict, {}
    manifest = checksums.read_manifest(content)
    if isinstance(manifest, Problem):
        verdict.problems.append(manifest)
        return verdict, {}
    release = OpenRelease(content, manifest, verdict)
    on_step("checksums")
    verdict.problems += checksums.check(content, manifest)
    # The comparison reads the rows; what comes after it looks at those that could be read.
    checks = {"rows": comparison.compare, "references": joins.check, "quotes": attestation.check, "sums": _zeros}
    for name, check in checks.items():
        on_step(name)
        verdict.problems += check(release)
    return verdict, release.documents


def _zeros(release: OpenRelease) -> Iterator[Problem]:
    """Yield each check that found nothing to check, where nothing else is wrong."""
    for name in ("tables", "rows", "references", "cells", "quotes"):
        if not getattr(release.verdict, name) and not release.verdict.problems:
            yield release.content.problem("", f"no {name} to check", WHOLE)
