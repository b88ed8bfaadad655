"""Whether a release is what it promises: whole, valid, joined, alike in all its formats, every quote in its source.

Everything is read from the release itself; neither seeds nor models of this program are looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from accords_data.problems import Problem
from accords_data.verify import archive, checksums, comparison, documents, joins
from accords_data.verify.archive import Content
from accords_data.verify.attestation import Attestation
from accords_data.verify.checksums import AGAIN
from accords_data.verify.verdict import WHOLE, OpenRelease, Verdict


def verify(place: Path, on_step: Callable[[str], None] = lambda _: None) -> Verdict:
    """Return the verdict on the release at `place`, a folder or an archive; nothing is written."""
    on_step("reading the files")
    return judged(archive.listed(place), on_step)


def examine(name: str, files: Mapping[str, bytes], on_step: Callable[[str], None] = lambda _: None) -> Verdict:
    """Return the verdict on the release that consists of `files`, bytes by path, and is called `name`."""
    return judged(Content(name, files, ()), on_step)


def judged(content: Content, on_step: Callable[[str], None] = lambda _: None) -> Verdict:
    """Return the verdict on `content`; `on_step` is called with what is checked next."""
    verdict = Verdict(len(content.files), problems=list(content.problems))
    if not content.files:
        if not verdict.problems:
            verdict.problems.append(content.problem("", "is empty", "give a release folder or archive"))
        return verdict
    try:
        _judge(content, verdict, on_step)
    except OSError as error:
        verdict.problems.append(content.problem("", f"cannot be read: {error.strerror or error}", AGAIN))
    return verdict


def _judge(content: Content, verdict: Verdict, on_step: Callable[[str], None]) -> None:
    """Add everything that is wrong with `content` to `verdict`, and what was checked.

    Raises:
        OSError: one of its files cannot be read.
    """
    manifest = checksums.read_manifest(content)
    if isinstance(manifest, Problem):
        verdict.problems.append(manifest)
        return
    release = OpenRelease(content, manifest, verdict)
    verdict.formats = tuple(each.name for each in release.formats)
    # Data first: the hash of a file is taken when the file is read, and it need not be read again. What may be wrong
    # with hashes is told first all the same, since it explains the rest.
    found = _data_problems(release, on_step)
    on_step("checksums")
    verdict.problems += checksums.check(content, manifest)
    verdict.problems += found
    verdict.problems += _zeros(release)


def _data_problems(release: OpenRelease, on_step: Callable[[str], None]) -> list[Problem]:
    """Return everything that is wrong with the tables and records of `release`."""
    # Rows first: records are compared with them one by one, and what comes then looks at rows that could be read.
    on_step("rows")
    found = list(comparison.compare(release))
    on_step("records")
    attestation = Attestation.of(release)
    found += documents.compare(release, attestation)
    release.verdict.tables = sum(read == set(release.verdict.formats) for read in release.read.values())
    on_step("references")
    found += joins.check(release)
    on_step("passages")
    found += attestation.problems()
    return found


def _zeros(release: OpenRelease) -> Iterator[Problem]:
    """Yield each check that found nothing to check, where nothing else is wrong."""
    for name in ("tables", "rows", "references", "cells", "passages"):
        if not getattr(release.verdict, name) and not release.verdict.problems:
            yield release.content.problem("", f"no {name} to check", WHOLE)
