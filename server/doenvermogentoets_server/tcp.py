"""A session over TCP, with one editor."""

from __future__ import annotations

import asyncio
import contextlib

from doenvermogentoets.errors import UserError, cause, mend
from doenvermogentoets_server.app import Server
from doenvermogentoets_server.stdio import talk


def serve(server: Server, host: str, port: int) -> int:
    """Wait for an editor and serve it until it goes away; returns the exit code that the protocol asks for.

    Raises:
        UserError: there is no listening at this address.
    """
    try:
        return asyncio.run(_session(server, host, port))
    except KeyboardInterrupt:
        return 0
    finally:
        server.thread_pool.shutdown()


async def _session(server: Server, host: str, port: int) -> int:
    met: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.get_running_loop().create_future()

    def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        listener.close()  # one editor: what is open belongs to it, and its «exit» ends the server
        if met.done():
            writer.transport.abort()
        else:
            met.set_result((reader, writer))

    try:
        listener = await asyncio.start_server(meet, host, port)
    except OSError as error:
        remedy = mend(error, "Kies een ander adres van deze computer, zoals 127.0.0.1:8765.")
        raise UserError(f"Op {host}:{port} kan de server niet luisteren: {cause(error)}.", remedy) from None
    try:
        reader, writer = await met
        server.protocol.set_writer(_Line(writer))
        # an editor that breaks off says nothing more: that is no error of ours
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            return await talk(server, reader)
        return 0
    finally:
        listener.close()
        await server.gone()


class _Line:
    """Writes to an editor as long as it is there."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    def write(self, data: bytes) -> None:
        if not self._writer.is_closing():
            self._writer.write(data)

    def close(self) -> None:
        self._writer.close()
