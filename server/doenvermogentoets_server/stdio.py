"""A session over standard input and output, ended as the protocol says."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import threading
from typing import TYPE_CHECKING

from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async

from doenvermogentoets_server.app import Server
from doenvermogentoets_server.processes import is_alive

if TYPE_CHECKING:
    from pygls.io_ import AsyncReader

EVERY = 2.0
"""Seconds between two looks at whether the editor is still there."""


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
    watching = asyncio.create_task(_watch(server))
    try:
        return await talk(server, reader)
    finally:
        watching.cancel()
        await server.gone()


async def _watch(server: Server) -> None:
    """End everything when the editor is gone while its end of the line stays open (a child of it may hold that)."""
    while server.editor_process is None or is_alive(server.editor_process):
        await asyncio.sleep(EVERY)
    server.end()
    os._exit(0)  # a thread still waits for the next words of the editor


async def talk(server: Server, reader: AsyncReader) -> int:
    """Answer until the editor goes away; returns the exit code that the protocol asks for."""
    try:
        bounded = _Bounded(reader)
        await run_async(stop_event=threading.Event(), reader=bounded, protocol=server.protocol, error_handler=server.report_server_error)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


_LENGTH = re.compile(rb"Content-Length: *(\d+)\s*", re.IGNORECASE)
_DIGITS = 9  # of a length: a message of a gigabyte or more is none that an editor sends


class _Bounded:
    """What an editor says, up to a message that is announced with a length that no memory holds: there the session ends."""

    def __init__(self, reader: AsyncReader) -> None:
        self._reader = reader

    async def readline(self) -> bytes:
        line = await self._reader.readline()
        announced = _LENGTH.fullmatch(line)
        if announced is None or len(announced[1].lstrip(b"0")) <= _DIGITS:
            return line
        print("fout: de editor kondigt een bericht aan dat te lang is om te lezen; de sessie eindigt", file=sys.stderr)
        return b""

    async def readexactly(self, n: int) -> bytes:
        return await self._reader.readexactly(n)
