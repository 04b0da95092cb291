"""Runs a command and measures it: wall time, and peak memory of that command alone."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

OUT_OF_TIME = 124
"""The code of `timeout` when it had to stop the command."""


@dataclass(frozen=True)
class Mesure:
    """One run: seconds of wall time, bytes of peak resident memory, exit code."""

    seconds: float
    peak: int
    code: int


def mesurer(
    command: Sequence[str | Path],
    *,
    environment: dict[str, str] | None = None,
    read: Path | None = None,
    write: Path | None = None,
    accepted: Sequence[int] = (0,),
    limit: float | None = None,
) -> Mesure:
    """Runs a command to its end, its output kept in `write` or thrown away.

    A process started by Python carries Python's own memory in its peak until it becomes the
    command; GNU time stands between, and is small. An exit code that is not accepted stops
    everything: a command that fails has no time worth reading. Past `limit` seconds it is stopped,
    and its code is `OUT_OF_TIME`.
    """
    words = [str(word) for word in command]
    if limit is not None:
        words = ["timeout", str(limit), *words]
        accepted = [*accepted, OUT_OF_TIME]
    with (
        tempfile.NamedTemporaryFile("r") as peak,
        tempfile.TemporaryFile() as complaints,
        open(read or os.devnull, "rb") as source,
        open(write or os.devnull, "wb") as sink,
    ):
        begin = time.perf_counter()
        done = subprocess.run(
            ["time", "--quiet", "--format=%M", f"--output={peak.name}", *words],
            stdin=source, stdout=sink, stderr=complaints, env={**os.environ, **(environment or {})},
        )  # fmt: skip
        seconds = time.perf_counter() - begin
        if done.returncode not in accepted:
            complaints.seek(0)
            tail = complaints.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"« {' '.join(words)} » a rendu {done.returncode} :\n{tail}")
        return Mesure(seconds, int(peak.read().split()[-1]) * 1024, done.returncode)


def mediane(runs: Sequence[Mesure]) -> Mesure:
    """The median time and the median peak of several runs of one command."""
    return Mesure(
        statistics.median(run.seconds for run in runs),
        int(statistics.median(run.peak for run in runs)),
        runs[0].code,
    )
