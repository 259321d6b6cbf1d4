"""The protocol, with a way round for long answers that were written as JSON before."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage, RPCRequest


class Ready:
    """A result that is JSON already: the outline of a long law is written once, not at every request."""

    def __init__(self, json: str) -> None:
        self.json = json


class Protocol(LanguageServerProtocol):
    """Sends a :class:`Ready` result as it is."""

    def handle_message(self, message: RPCMessage) -> None:
        """A request after «shutdown» is refused; pygls would leave the editor waiting for it."""
        if self._shutdown and isinstance(message, RPCRequest):
            self._send_response(message.id, error=JsonRpcInvalidRequest("De server is al afgesloten.").to_response_error())
            return
        super().handle_message(message)

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        if error is not None or not isinstance(result, Ready):
            super()._send_response(msg_id, result=result, error=error)
            return
        self._result_types.pop(msg_id, None)
        number = f'"{msg_id}"' if isinstance(msg_id, str) else str(msg_id)
        self._write(f'{{"id": {number}, "jsonrpc": "2.0", "result": {result.json}}}')

    def tell(self, method: str, params: Ready) -> None:
        """Send a notification of which the parameters are JSON already."""
        if self.writer is not None:
            self._write(f'{{"jsonrpc": "2.0", "method": "{method}", "params": {params.json}}}')

    def _write(self, json: str) -> None:
        if self.writer is not None:
            body = json.encode(self.CHARSET)
            self.writer.write(f"Content-Length: {len(body)}\r\n\r\n".encode(self.CHARSET) + body)
