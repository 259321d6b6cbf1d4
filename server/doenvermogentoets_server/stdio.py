"""A session over standard input and output, ended as the protocol says."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from typing import TYPE_CHECKING

from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async

from doenvermogentoets_server.app import Server

if TYPE_CHECKING:
    from pygls.io_ import AsyncReader


def serve(server: Server) -> int:
    """Serve one editor until it goes away; returns the exit code that the protocol asks for (1: «exit» without «shutdown»)."""
    # pygls closes what it writes to; whoever started us still has the standard output
    server.protocol.set_writer(StdoutWriter(os.fdopen(os.dup(sys.stdout.fileno()), "wb")))
    try:
        return asyncio.run(_session(server, StdinAsyncReader(sys.stdin.buffer, server.thread_pool)))
    except (BrokenPipeError, KeyboardInterrupt):
        return 0
    finally:
        server.thread_pool.shutdown()


async def _session(server: Server, reader: StdinAsyncReader) -> int:
    try:
        return await talk(server, reader)
    finally:
        await server.gone()


async def talk(server: Server, reader: AsyncReader) -> int:
    """Answer until the editor goes away; returns the exit code that the protocol asks for."""
    try:
        await run_async(stop_event=threading.Event(), reader=reader, protocol=server.protocol, error_handler=server.report_server_error)
    except SystemExit as left:
        return int(left.code or 0)
    return 0
