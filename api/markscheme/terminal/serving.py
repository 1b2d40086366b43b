"""Serving until interrupted: the port taken before anything is loaded, the address told once it answers."""

import errno
import socket
from collections.abc import Callable
from typing import Any

import uvicorn

from .inputs import InputError

PATIENCE = 5


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises InputError when the port is taken or the address is not ours."""
    if not 0 <= port <= 65535:
        raise InputError(f"{port} is not a port; give one from 1 to 65535")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise InputError(_refusal(host, port, error)) from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise InputError(_refusal(host, port, error)) from None
    return listener


def address_of(listener: socket.socket) -> str:
    """The listener's address as one types it into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class Server(uvicorn.Server):
    """uvicorn, telling the address on standard output when it accepts connections, and what `tell` makes of it."""

    def __init__(self, config: uvicorn.Config, tell: Callable[[str], str]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started and sockets:
            address = address_of(sockets[0])
            print(f"Markscheme is ready at {address}\n{self._tell(address)}", end="", flush=True)


def first_link(secret: str | None) -> Callable[[str], str]:
    """What to tell, for the server's address, where nobody administers a school yet; nothing without a secret."""
    if secret is None:
        return lambda _: ""
    return lambda address: (
        "Practice needs no account. For a school with accounts, open this link; it works once, for a day:\n"
        f"  {address}/setup#{secret}\n"
    )


def serve(app: Callable[..., Any], listener: socket.socket, tell: Callable[[str], str]) -> int:
    """Serve until a signal ends it; 1 when the app could not start."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=PATIENCE
    )
    server = Server(config, tell)
    server.run(sockets=[listener])
    return 0 if server.started else 1


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use; stop what uses it or choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this account; choose one above 1023 with --port"
    return f"cannot listen on {host}:{port} ({error.strerror}); choose another address with --host"
