import socket

import pytest

from markscheme.terminal.inputs import InputError
from markscheme.terminal.serving import address_of, listen


def test_a_free_port_is_taken_and_told() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert address_of(listener) == f"http://127.0.0.1:{port}"
        socket.create_connection(("127.0.0.1", port)).close()


def test_a_busy_port_is_one_clear_line() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(InputError) as refusal:
            listen("127.0.0.1", port)
    assert (
        str(refusal.value)
        == f"port {port} on 127.0.0.1 is in use; stop what uses it or choose another with --port"
    )


@pytest.mark.parametrize(
    ("host", "port", "words"),
    [("127.0.0.1", 70000, "70000 is not a port"), ("203.0.113.1", 0, "cannot listen on 203.0.113.1:0"),
     ("no.such.host.invalid", 0, "choose another address with --host")],
)  # fmt: skip
def test_an_address_that_is_not_ours_is_refused(host: str, port: int, words: str) -> None:
    with pytest.raises(InputError, match=words):
        listen(host, port)
