"""One line on standard error that says what a long command is doing; nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text


@contextmanager
def line_progress() -> Iterator[Callable[[str], None]]:
    """Gives a function that shows its text in place of the text before."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with Console(stderr=True).status("") as status:
        yield lambda text: status.update(Text(text))
