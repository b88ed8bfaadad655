"""Whether a release is what it promises: whole, valid, joined, alike in all its formats, every quote in its source.

Everything is read from the release itself; neither seeds nor models of this program are looked at.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from accords_data.problems import Problem
from accords_data.verify import archive, checksums, comparison, documents, joins
from accords_data.verify.archive import Content
from accords_data.verify.attestation import Attestation
from accords_data.verify.verdict import WHOLE, OpenRelease, Verdict, expected_formats


def verify(place: Path) -> Verdict:
    """Return the verdict on the release at `place`, a folder or an archive; nothing is written."""
    return judged(archive.read(place))


def examine(name: str, files: Mapping[str, bytes]) -> Verdict:
    """Return the verdict on the release that consists of `files`, bytes by path, and is called `name`."""
    return judged(Content(name, files, ()))


def judged(content: Content) -> Verdict:
    """Return the verdict on `content`."""
    verdict = Verdict(len(content.files), problems=list(content.problems))
    if not content.files:
        if not verdict.problems:
            verdict.problems.append(content.problem("", "is empty", "give a release folder or archive"))
        return verdict
    manifest = checksums.read_manifest(content)
    if isinstance(manifest, Problem):
        verdict.problems.append(manifest)
        return verdict
    verdict.problems += checksums.check(content, manifest)
    verdict.formats = tuple(each.name for each in expected_formats(manifest))
    _check_data(OpenRelease(content, manifest, verdict))
    return verdict


def _check_data(release: OpenRelease) -> None:
    """Add everything that is wrong with the tables and records of `release` to its verdict."""
    verdict = release.verdict
    # Rows first: records are compared with them one by one, and what comes then looks at rows that could be read.
    verdict.problems += comparison.compare(release)
    attestation = Attestation.of(release)
    verdict.problems += documents.compare(release, attestation)
    verdict.tables = sum(read == set(verdict.formats) for read in release.read.values())
    verdict.problems += joins.check(release)
    verdict.problems += attestation.problems()
    verdict.problems += _zeros(release)


def _zeros(release: OpenRelease) -> Iterator[Problem]:
    """Yield each check that found nothing to check, where nothing else is wrong."""
    for name in ("tables", "rows", "references", "cells", "quotes"):
        if not getattr(release.verdict, name) and not release.verdict.problems:
            yield release.content.problem("", f"no {name} to check", WHOLE)
