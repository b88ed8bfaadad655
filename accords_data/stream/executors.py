"""Where units are worked on: in this process, in several, or by the workers of a Dask scheduler.

Each engine takes the same tasks and yields their receipts as they are done. A worker that dies takes no part with it:
its unit is given to another, and what it left half-written has no name that counts.
"""

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from accords_data import own_process
from accords_data.problems import AccordsError, Problem
from accords_data.stream.inputs import Unit
from accords_data.stream.unit import Job, Receipt, convert_unit, nothing_read

ATTEMPTS = 3
"""How often a unit is started before a worker that dies of it is a problem of the user."""


@attrs.frozen
class Task:
    """A unit with what has to be known of the whole input."""

    unit: Unit
    repeated: frozenset[int] = frozenset()


OnRead = Callable[[int], None]
Engine = Callable[[Job, Sequence[Task], OnRead], Iterator[Receipt]]


def here(job: Job, tasks: Sequence[Task], on_read: OnRead) -> Iterator[Receipt]:
    """Work in this process, one unit after the other."""
    for task in tasks:
        yield convert_unit(job, task.unit, on_read, task.repeated)


def processes(workers: int) -> Engine:
    """Return the engine of `workers` processes on this machine."""

    def run(job: Job, tasks: Sequence[Task], on_read: OnRead) -> Iterator[Receipt]:
        from concurrent.futures.process import BrokenProcessPool

        left = {task.unit.number: task for task in tasks}
        for _ in range(ATTEMPTS):
            try:
                for receipt in _pooled(workers, job, list(left.values())):
                    # Out of the list before anything else can go wrong: only what is left is tried again.
                    on_read(left.pop(receipt.unit).unit.size)
                    yield receipt
            except BrokenProcessPool:
                continue
            return
        message = f"its worker died {ATTEMPTS} times"
        raise AccordsError(
            Problem(path=task.unit.name, message=message, hint="check the memory of the machine, then use --resume")
            for task in left.values()
        )

    return run


def dask(address: str) -> Engine:
    """Return the engine of the workers of the Dask scheduler at `address`."""

    def run(job: Job, tasks: Sequence[Task], on_read: OnRead) -> Iterator[Receipt]:
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            message = "the Dask engine is not installed"
            hint = "pip install 'accords-data[dask]'"
            raise AccordsError([Problem(path=address, message=message, hint=hint)]) from error
        try:
            client = distributed.Client(address, timeout=10)
        except (OSError, ValueError) as error:
            message = f"no Dask scheduler answers: {error}"
            raise AccordsError([Problem(path=address, message=message, hint="start one: dask scheduler")]) from error
        with client:
            # Not pure: the same task writes its files again, and Dask must not answer it with an earlier receipt.
            futures = [client.submit(work, job, task, pure=False, retries=ATTEMPTS) for task in tasks]
            sizes = {task.unit.number: task.unit.size for task in tasks}
            for future in distributed.as_completed(futures):
                receipt = future.result()
                on_read(sizes[receipt.unit])
                yield receipt

    return run


def lean() -> None:
    """Make this process one that does nothing else: one thread, and memory from the system, which needs least."""
    import pyarrow as pa

    pa.set_cpu_count(1)
    pa.set_memory_pool(pa.system_memory_pool())


def work(job: Job, task: Task) -> Receipt:
    """Work on one task, in whatever process this is called."""
    # Here, because nobody else prepares a worker of a pool or of Dask.
    lean()
    return convert_unit(job, task.unit, nothing_read, task.repeated)


def _pooled(workers: int, job: Job, tasks: Sequence[Task]) -> Iterator[Receipt]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed

    # Not fork: pyarrow has threads, and a forked process would inherit the locks that they hold.
    context: Any = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(workers, max(len(tasks), 1)), context, own_process.prepare) as pool:
        futures = [pool.submit(work, job, task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            # After an error, nobody has to wait for units that have not begun.
            pool.shutdown(wait=False, cancel_futures=True)
