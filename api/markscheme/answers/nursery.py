"""The process that knows how to mark and forks workers that share its memory: `python -m …answers.nursery`.

Standard input holds one pack a line as JSON. On the control socket each byte asks for a worker; the reply
is its process id with a socket to it. Everything ends when the web process does, however that ends.
"""

import array
import gc
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from markscheme.answers.inline import InlineMarker
from markscheme.answers.pool import EXAMPLE, FAILED, HIRE, MARK, REPORT
from markscheme.domain.packs import Pack
from markscheme.domain.readings import Task
from markscheme.encoders.keypoints import load_keypoint_model
from markscheme.encoders.static import StaticEncoder


def main(encoder: str, control_fd: str) -> None:
    """Load the packs, then fork a worker whenever one is asked for."""
    # Ctrl-C reaches the whole terminal; the web process decides when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    lines = sys.stdin.buffer.readlines()
    if not all(line.endswith(b"\n") for line in lines):
        return
    folder = Path(encoder)
    packs = map(Pack.model_validate_json, lines)
    marker = InlineMarker(packs, StaticEncoder.load(folder), load_keypoint_model(folder))
    marker.warm()
    # A mark makes many objects and drops them all: looking for rubbish among them costs more than it finds.
    gc.set_threshold(100_000, 20, 20)
    # Collecting garbage would write to, and so copy, every page that the workers share.
    gc.collect()
    gc.freeze()
    # The web process may end in the middle of anything; that is not worth a traceback.
    with socket.socket(fileno=int(control_fd)) as control, suppress(ConnectionError):
        while control.recv(1) == HIRE:
            _hire(control, marker)


def _hire(control: socket.socket, marker: InlineMarker) -> None:
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        control.close()
        ours.close()
        try:
            _work(Connection(theirs.detach()), marker)
        finally:
            os._exit(0)
    theirs.close()
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [ours.fileno()]))
    control.sendmsg([pid.to_bytes(8, "big")], [rights])
    ours.close()


def _work(requests: Connection, marker: InlineMarker) -> None:
    while True:
        try:
            what, subject, scheme_id, text = requests.recv_bytes().decode().split("\n", 3)
        except EOFError:
            return
        try:
            if what in (MARK, EXAMPLE):
                published = what == MARK
                reply = REPORT + marker.report_json(subject, text, scheme_id or None, published=published)
            else:
                reply = REPORT + marker.read_json(cast(Task, what), subject, text)
        except Exception:
            reply = FAILED + traceback.format_exc().encode(errors="replace")
        requests.send_bytes(reply)


if __name__ == "__main__":
    main(*sys.argv[1:])
