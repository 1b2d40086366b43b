"""Text as a request may hold it."""

import re
from typing import Annotated

from pydantic import AfterValidator

# JSON can name both; neither is text that every other program could store or send on.
UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def _storable(text: str) -> str:
    found = UNSTORABLE.search(text)
    if found is not None:
        what = "a NUL character" if found[0] == "\0" else "half of a surrogate pair"
        raise ValueError(f"holds {what} at place {found.start()}; remove it")
    return text


Clean = Annotated[str, AfterValidator(_storable)]
