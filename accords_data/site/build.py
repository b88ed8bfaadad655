"""The whole site: its pages one after another, written aside and put in place as one."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from accords_data import folder
from accords_data.problems import AccordsError, Problem
from accords_data.site import (
    changes_page,
    dictionary,
    evidence_view,
    home,
    network,
    record_lists,
    record_pages,
    search_index,
    source_pages,
    status_page,
    table_pages,
    timeline,
    tombstones,
    urls,
)
from accords_data.site import templates as printing
from accords_data.site.collection import Collection
from accords_data.verify.diff import Difference

LIST = "site.json"
"""The file of a site that lists all others, so that nothing else is ever replaced."""
SUFFIXES = frozenset({".json", ".jsonld", ".txt", ".md", ".cff"})
"""Endings of the files of a release that a site offers, those of data apart; none that a browser would run."""
PLAIN = frozenset({"LICENSE", "SHA256SUMS"})
"""Files of a release without an ending; of any other a browser might guess what it is."""

Pages = Iterator[tuple[str, bytes]]


def pages(collection: Collection, difference: Difference | None) -> Pages:
    """Yield every file of the site but the list of them, with its address."""
    press = printing.press(collection.manifest)
    passages = evidence_view.passages(collection.every)
    former = changes_page.former_values(difference)
    yield home.page(press, collection)
    yield from record_lists.pages(press, collection)
    yield from record_pages.pages(press, collection, former)
    yield from source_pages.pages(press, collection, passages, former)
    yield from tombstones.pages(press, collection)
    yield from table_pages.pages(press, collection)
    yield from timeline.pages(press, collection)
    yield from status_page.pages(press, collection)
    yield from network.pages(press, collection)
    yield from search_index.pages(press, collection, passages)
    yield dictionary.page(press)
    yield from changes_page.pages(press, collection, difference)
    yield from printing.assets().items()
    yield from _release(collection)


def write(
    out: Path,
    collection: Collection,
    difference: Difference | None,
    on_wait: Callable[[], None],
    on_step: Callable[[str], None] = lambda _: None,
) -> int:
    """Make the folder `out` hold exactly the site of `collection`; return how many files it has.

    `on_step` is called with the address of each.

    Raises:
        AccordsError: something else is there, or it cannot be written; it is then what it was.
    """
    target = Path(os.path.realpath(out))
    with folder.locked(target, on_wait):
        folder.check_ours(out, folder.contents(target), _listed(target / LIST).__contains__)
        _check_outside(out, target, Path(collection.content.name))
        stage = target.with_name(f".{target.name}.drawing")
        # What a killed run has left there.
        shutil.rmtree(stage, ignore_errors=True)
        try:
            names = _write(stage, pages(collection, difference), on_step)
            folder.take_place(stage, target)
        except OSError as error:
            message = f"cannot be written: {error.strerror}"
            hint = "nothing was changed; choose another --out"
            raise AccordsError([Problem(path=str(out), message=message, hint=hint)]) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    return len(names)


def _write(stage: Path, files: Pages, on_step: Callable[[str], None]) -> list[str]:
    stage.mkdir()
    made: set[Path] = set()
    names = []
    for address, content in files:
        path = stage / address
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        # Two pages with one address are an error here, and do not replace one another in silence.
        with path.open("xb") as file:
            file.write(content)
        names.append(address)
        on_step(address)
    listed = json.dumps({"files": sorted(names)}, indent=0, ensure_ascii=False)
    (stage / LIST).write_text(f"{listed}\n", encoding="utf-8", newline="\n")
    os.sync()  # once: a site has many small files
    return [*names, LIST]


def _release(collection: Collection) -> Pages:
    """Yield the files of the release.

    Raises:
        AccordsError: one of them is of a sort that no release has and a browser might run.
    """
    suffixes = SUFFIXES | {f".{each.suffix}" for each in collection.manifest.formats}
    for path, content in sorted(collection.content.files.items()):
        if Path(path).suffix not in suffixes and path not in PLAIN:
            problem = collection.content.problem(
                path, "is not a type of file that releases contain", "do not publish it"
            )
            raise AccordsError([problem])
        yield f"{urls.RELEASE}/{path}", content


def _check_outside(out: Path, target: Path, release: Path) -> None:
    """Raise if `target` is in the folder `release`, which would no longer be what was released."""
    if release.is_dir() and Path(os.path.realpath(release)) in target.parents:
        message = "is inside the folder of the release"
        raise AccordsError([Problem(path=str(out), message=message, hint="choose a folder outside it with --out")])


def _listed(path: Path) -> frozenset[str]:
    """Return the files that the list at `path` names, itself among them; none when there is no such list."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return frozenset([*told["files"], LIST])
    # Without a readable list nothing is ours, so all that is there is left alone.
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()
