"""The protocol, with a way round for long answers that were written as JSON before, and an answer to every request."""

from __future__ import annotations

import json
from concurrent.futures import Future
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage, RPCRequest


class Ready:
    """A result that is JSON already: the outline of a long law is written once, not at every request."""

    def __init__(self, json: str) -> None:
        self.json = json


class Protocol(LanguageServerProtocol):
    """Sends a :class:`Ready` result as it is, and answers what pygls would leave an editor waiting for."""

    _greeted = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A request that cannot be read is refused by its number.

        Raises:
            JsonRpcException: the message cannot be read; it is answered already.
        """
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if _is_request(data):
                self._refuse(data["id"], JsonRpcInvalidParams("De parameters van dit verzoek kloppen niet."))
            raise

    def handle_message(self, message: RPCMessage) -> None:
        """A request before «initialize» (or a second), after «shutdown» or of another protocol is refused; pygls answers or leaves it."""
        if isinstance(message, dict) or message.jsonrpc != self.VERSION:
            given = (
                message if isinstance(message, dict) else {"id": getattr(message, "id", None), "method": getattr(message, "method", None)}
            )
            if _is_request(given):
                self._refuse(given["id"], JsonRpcInvalidRequest("Dit is geen verzoek volgens JSON-RPC 2.0."))
            return
        if isinstance(message, RPCRequest):
            if self._shutdown:
                self._refuse(message.id, JsonRpcInvalidRequest("De server is al afgesloten."))
                return
            if message.method == types.INITIALIZE and self._greeted:
                self._refuse(message.id, JsonRpcInvalidRequest("«initialize» kan maar één keer."))
                return
            if message.method == types.INITIALIZE:
                self._greeted = True
            elif not self._greeted:
                self._refuse(message.id, JsonRpcServerNotInitialized("Het eerste verzoek moet «initialize» zijn."))
                return
            if isinstance(message.params, types.ExecuteCommandParams) and message.params.arguments is None:
                message.params.arguments = ()  # so that pygls counts them
        super().handle_message(message)

    def _run_generator(self, future: Future[Any] | None, *, gen: Any, result_future: Future[Any]) -> None:
        """What a command waits for was ended, because the session ends or the editor took the request back: so is the command."""
        if future is not None and future.cancelled():
            gen.close()
            result_future.cancel()
            return
        super()._run_generator(future, gen=gen, result_future=result_future)

    def _refuse(self, number: Any, error: JsonRpcException) -> None:
        self._send_response(number, error=error.to_response_error())

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if error is not None:
            # pygls adds where it went wrong and in what words, and those may be words of a draft
            inside = error.code == JsonRpcInternalError.CODE
            error = types.ResponseError(error.code, "Er ging iets mis in de server." if inside else error.message)
        if error is not None or not isinstance(result, Ready):
            super()._send_response(msg_id, result=result, error=error)
            return
        self._result_types.pop(msg_id, None)
        self._write(f'{{"id": {json.dumps(msg_id)}, "jsonrpc": "2.0", "result": {result.json}}}')

    def tell(self, method: str, params: Ready) -> None:
        """Send a notification of which the parameters are JSON already."""
        if self.writer is not None:
            self._write(f'{{"jsonrpc": "2.0", "method": "{method}", "params": {params.json}}}')

    def _write(self, message: str) -> None:
        if self.writer is not None:
            body = message.encode(self.CHARSET)
            self.writer.write(f"Content-Length: {len(body)}\r\n\r\n".encode(self.CHARSET) + body)


def _is_request(data: dict[str, Any]) -> bool:
    return isinstance(data.get("id"), (int, str)) and isinstance(data.get("method"), str)
