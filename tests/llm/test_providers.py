"""One setting chooses the model; what is not chosen is not imported."""

import subprocess
import sys
from importlib.util import find_spec

import pytest
from pydantic import SecretStr

from markscheme.llm.openai_chat import OpenAIChat
from markscheme.llm.providers import PROVIDERS, Choice, MissingExtraError, UnknownModelError
from markscheme.llm.scripted import Scripted


def test_a_setting_becomes_a_model() -> None:
    chosen = Choice.parse("openai:hf.co/a:b", "http://127.0.0.1:1/v1/", SecretStr("k")).build()
    assert isinstance(chosen, OpenAIChat)
    assert chosen.name == "openai:hf.co/a:b"
    assert isinstance(Choice.parse("scripted").build(), Scripted)


@pytest.mark.parametrize("setting", ["", "gpt", "gpt:5", "openai", "openai:", "scripted:x"])
def test_another_setting_is_refused_with_what_there_is(setting: str) -> None:
    with pytest.raises(UnknownModelError, match="openai:NAME, anthropic:NAME, gemini:NAME, scripted"):
        Choice.parse(setting)


@pytest.mark.skipif(find_spec("pydantic_ai") is not None, reason="the extra is installed")
@pytest.mark.parametrize("provider", ["anthropic", "gemini"])
def test_a_missing_extra_is_told(provider: str) -> None:
    with pytest.raises(MissingExtraError, match=r"markscheme\[llm\]"):
        Choice.parse(f"{provider}:m")


def test_no_client_is_imported_before_it_is_chosen() -> None:
    code = (
        "import sys; from markscheme.settings import Settings; from markscheme.llm.providers import Choice\n"
        "Choice.parse('openai:m'); print([m for m in ('httpx2', 'pydantic_ai') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
    assert set(PROVIDERS) == {"openai", "anthropic", "gemini", "scripted"}
