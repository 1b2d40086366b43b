"""Prompts: Markdown files with front matter, filled in strictly; whatever is filled in stands fenced, as data."""

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from string import Template

import yaml
from pydantic import Field, ValidationError

from markscheme.domain.base import Noun, Slug, Text

from .model import Prompt

_PARTS = re.compile(r"\A---\n(.*?)\n---\n(.*?)^# Material$(.*)\Z", re.DOTALL | re.MULTILINE)
_KEPT_CONTROLS = {"\n", "\t"}
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs"}
# Letters and marks that show nothing, and the marks that choose a picture for the character before.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")


class PromptError(ValueError):
    """A prompt file, or what it was to be filled with, is not right; says which and why."""


class FrontMatter(Noun):
    """What a prompt file says of itself: its job, the variables it needs and what each is, and its version."""

    purpose: Text
    version: int = Field(ge=1)
    variables: dict[Slug, Text] = Field(min_length=1)


class PromptTemplate:
    """One prompt file: instructions, then `# Material`, then the variables. Instructions hold no variable."""

    def __init__(self, name: str, front: FrontMatter, instructions: str, material: str) -> None:
        self.name, self.front = name, front
        self._instructions, self._material = instructions, Template(material)
        used, told = set(self._material.get_identifiers()), set(front.variables)
        if not self._material.is_valid() or used != told:
            raise PromptError(
                f"{name}: its text uses {sorted(used)} and its front matter tells {sorted(told)}"
            )
        if "$" in instructions:
            raise PromptError(f"{name}: the instructions hold a variable; only the material may")

    @classmethod
    def load(cls, path: Path) -> "PromptTemplate":
        """Read one file. Raises PromptError."""
        parts = _PARTS.match(path.read_text(encoding="utf-8"))
        if parts is None:
            raise PromptError(f"{path.name}: front matter, instructions and one line “# Material” are needed")
        try:
            front = FrontMatter.model_validate(yaml.safe_load(parts[1]))
        except (yaml.YAMLError, ValidationError) as error:
            raise PromptError(f"{path.name}: {error}") from error
        return cls(path.stem, front, parts[2].strip(), parts[3].strip())

    def render(self, values: Mapping[str, str]) -> Prompt:
        """Fill it in. Raises PromptError for a variable that is missing or not known."""
        missing, unknown = (
            self.front.variables.keys() - values.keys(),
            values.keys() - self.front.variables.keys(),
        )
        if missing or unknown:
            raise PromptError(f"{self.name}: missing {sorted(missing)}, not used {sorted(unknown)}")
        clean = {name: neutral(value) for name, value in values.items()}
        user = self._material.substitute({name: fenced(value) for name, value in clean.items()})
        return Prompt(self.name, self.front.version, self._instructions, user, clean)


def neutral(text: str) -> str:
    """The text without what a reader would not see: controls, invisible and unassigned characters."""
    text = _BLANK.sub("", _BREAKS.sub("\n", text))
    return "".join(
        char for char in text if char in _KEPT_CONTROLS or unicodedata.category(char) not in _UNSEEN
    )


def fenced(text: str) -> str:
    """The text between two lines that cannot occur in it: their word is made from the text until it is new to it."""
    word = sha256(text.encode()).hexdigest()[:16]
    while word in text:
        word = sha256(word.encode()).hexdigest()[:16]
    return f"<data-{word}>\n{text}\n</data-{word}>"
