"""Handing jobs to a Dask cluster (extra ``cluster``).

Dask gives the jobs of a machine that falls away to another one; each outcome is taken once. Jobs name files and are no copies of them, so
every machine must see the drafts under the same path. What a machine of the cluster may do, everyone who reaches the scheduler may do: a
cluster is for one's own closed network, with ``tls://`` where others are on it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from doenvermogentoets.batch.jobs import Job, Outcome, examine_elsewhere
from doenvermogentoets.batch.running import Elsewhere
from doenvermogentoets.batch.versions import fingerprint
from doenvermogentoets.errors import UserError

WAIT_SECONDS = 15
"""How long to wait for the scheduler and for its first machine; a choice."""


@contextmanager
def cluster(address: str, work: Callable[..., Outcome] = examine_elsewhere) -> Iterator[Elsewhere]:
    """The machines of a Dask cluster.

    Args:
        address: of the scheduler, such as ``tcp://10.0.0.1:8786``.
        work: function of a module with a job and the fingerprint of versions as its arguments.

    Raises:
        UserError: Dask is not installed, or there is no cluster at this address.
    """
    try:
        import distributed

        make: Callable[..., Any] = distributed.Client
    except ImportError:
        raise UserError(
            "Voor --cluster is Dask nodig, en dat is niet geïnstalleerd.", "Installeer het: pip install 'doenvermogentoets[cluster]'"
        ) from None
    for name in ("distributed", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they would tell of lost connections; we do, per dossier
    try:
        client = make(address, timeout=WAIT_SECONDS, set_as_default=False)
    except (OSError, ValueError, ImportError):
        raise UserError(
            f"Op {address} antwoordt geen Dask-cluster.",
            "Kijk of de scheduler draait en of het adres klopt, bijvoorbeeld tcp://10.0.0.1:8786.",
        ) from None
    try:
        client.wait_for_workers(1, timeout=WAIT_SECONDS)
    except TimeoutError:
        client.close()
        raise UserError(f"Het cluster op {address} heeft geen machines.", "Start er een: dask worker ADRES") from None
    threads = sum(client.nthreads().values())
    executor = client.get_executor(pure=False)
    job: Callable[[Job], Outcome] = partial(work, versions=fingerprint())
    try:
        yield Elsewhere(executor, job, window=max(threads * 4, 16))
    except BaseException:
        executor.shutdown(wait=False)
        raise
    finally:
        client.close()
