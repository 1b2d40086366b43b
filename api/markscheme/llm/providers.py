"""Every provider of language models, each a line; a client is imported only where it is chosen."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from pydantic import SecretStr

from .model import LanguageModel


class UnknownModelError(ValueError):
    """The setting names no model that can be had; says which can."""


class MissingExtraError(UnknownModelError):
    """What the provider's client needs is not installed; says how to get it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model, where and with which key."""

    provider: str
    model: str = ""
    url: str | None = None
    key: SecretStr | None = None

    @classmethod
    def parse(cls, setting: str, url: str | None = None, key: SecretStr | None = None) -> "Choice":
        """From a setting such as "openai:NAME" or "scripted". Raises UnknownModelError, MissingExtraError."""
        provider, _, model = setting.strip().partition(":")
        if provider not in PROVIDERS or bool(model) != (provider != "scripted"):
            known = ", ".join(name if name == "scripted" else f"{name}:NAME" for name in PROVIDERS)
            raise UnknownModelError(f"there is no model {setting!r}; there are: {known}")
        if provider in NEED_PYDANTIC_AI and find_spec("pydantic_ai") is None:
            raise MissingExtraError(f'{provider} needs pydantic-ai: pip install "markscheme[llm]"')
        return cls(provider, model, url, key)

    def build(self) -> LanguageModel:
        """The model, ready for use."""
        return PROVIDERS[self.provider](self)


def _openai(choice: Choice) -> LanguageModel:
    from .openai_chat import OpenAIChat

    return OpenAIChat(choice.model, url=choice.url, key=choice.key)


def _anthropic(choice: Choice) -> LanguageModel:
    from .pydantic_ai import Anthropic

    return Anthropic(choice.model, url=choice.url, key=choice.key)


def _gemini(choice: Choice) -> LanguageModel:
    from .pydantic_ai import Gemini

    return Gemini(choice.model, url=choice.url, key=choice.key)


def _scripted(choice: Choice) -> LanguageModel:
    from .scripted import Scripted

    return Scripted()


PROVIDERS: dict[str, Callable[[Choice], LanguageModel]] = {
    "openai": _openai,
    "anthropic": _anthropic,
    "gemini": _gemini,
    "scripted": _scripted,
}
NEED_PYDANTIC_AI = ("anthropic", "gemini")
