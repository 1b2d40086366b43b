"""The house rules. Each check is shown a planted fault as well, so that it is known to be able to fail."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
API = ROOT / "api"

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 50
MEASURED = {".py", ".ts", ".tsx", ".css"}
GENERATED = {"schema.d.ts"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "models", "misc"}

# The core may use these and no others: nothing that reads a clock, a file, the network or chance.
PURE = {
    "abc", "array", "base64", "bisect", "collections", "copy", "dataclasses", "datetime", "difflib", "enum",
    "fractions", "functools", "hashlib", "heapq", "html", "itertools", "json", "math", "operator", "re",
    "statistics", "string", "types", "typing", "unicodedata",
    "markscheme", "numpy", "pydantic", "rapidfuzz", "Stemmer",
}  # fmt: skip
IMPURE_CALLS = {"open", "now", "utcnow", "today", "getenv", "read_text", "write_text", "default_rng"}
STORE = re.compile(r"markscheme\.(\w+)\.(?:\w+_)?store\b")
WEB = {"fastapi", "starlette", "uvicorn"}

# Written so that this file does not match itself.
FOREIGN = re.compile(
    r"p[y]pi\.org|pythonhos[t]ed\.org|npm[j]s\.(?:org|com)|deb\.debian\.o[r]g|archive\.ubuntu\.c[o]m"
    r"|(?:^|[^\w./-])/(?:wor[k]|far[m]|roo[t])/|/tm[p]/\w"
)


def tracked(*suffixes: str) -> list[Path]:
    """Files that git would carry to a clone, new ones included."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes)]


def modules(*packages: str) -> list[Path]:
    """Every Python file of the named packages of markscheme; of all of it when none is named."""
    folders = [API / "markscheme" / package for package in packages] or [API / "markscheme"]
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


def lint_imports(api: Path) -> subprocess.CompletedProcess[str]:
    """Hold the contracts of pyproject.toml against the package in `api`."""
    run = "import sys; sys.path.insert(0, '.'); from importlinter import cli; cli.lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", run, "--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"],
        cwd=api, capture_output=True, text=True, check=False,
    )  # fmt: skip


def too_long(path: Path) -> list[str]:
    """What in this file passes the limits of length."""
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    found = [f"{path.name}: {lines} lines"] if lines >= MAX_FILE_LINES else []
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length >= MAX_FUNCTION_LINES:
                    found.append(f"{path.name}: {node.name} has {length} lines")
    return found


def vaguely_named(path: Path) -> bool:
    """Whether a file or its folder has a name that says nothing."""
    return bool({path.stem.lower(), path.parent.name.lower()} & VAGUE_NAMES)


def foreign_words(text: str) -> list[str]:
    """Registry hosts and machine paths in a text."""
    return [found.group(0) for found in FOREIGN.finditer(text)]


def more_than_docstring(source: str) -> bool:
    """Whether an __init__.py holds anything besides its docstring, or no docstring."""
    body = ast.parse(source).body
    return len(body) != 1 or not isinstance(body[0], ast.Expr) or ast.get_docstring(ast.parse(source)) is None


def imported(source: str) -> Iterator[str]:
    """Top-level names of what a module imports absolutely."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").split(".")[0]


def borrowed_stores(room: str, source: str) -> list[str]:
    """Stores of other rooms that a module of this room imports."""
    named = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            named += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            named += [f"{node.module}.{alias.name}" for alias in node.names]
    stores = [STORE.match(name) for name in named]
    return [found.group(0) for found in stores if found and found.group(1) != room]


def is_store(path: Path) -> bool:
    """Whether a module is one of its room's stores: store.py, or NOUN_store.py where a room keeps several nouns."""
    return path.stem == "store" or path.stem.endswith("_store")


def impurities(source: str) -> list[str]:
    """Imports and calls that a pure module may not have."""
    found = [name for name in imported(source) if name not in PURE]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            callee = node.func
            name = callee.attr if isinstance(callee, ast.Attribute) else getattr(callee, "id", "")
            found += [f"{name}()"] if name in IMPURE_CALLS else []
    return found


# The tree as it is.


def test_arrows_go_down_only() -> None:
    result = lint_imports(API)
    assert result.returncode == 0, result.stdout + result.stderr


def test_files_and_functions_stay_short() -> None:
    written = [path for path in tracked(*MEASURED) if path.name not in GENERATED]
    assert [line for path in written for line in too_long(path)] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in tracked(*MEASURED) if vaguely_named(path)] == []


def test_no_registry_host_or_machine_path_is_named() -> None:
    found = {}
    for path in tracked():
        try:
            words = foreign_words(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
        if words:
            found[str(path.relative_to(ROOT))] = words[:3]
    assert found == {}


def test_every_package_says_what_lives_in_it_and_no_more() -> None:
    packages = {path.parent for path in modules()}
    assert [str(folder) for folder in packages if not (folder / "__init__.py").is_file()] == []
    inits = [folder / "__init__.py" for folder in packages]
    assert [str(path) for path in inits if more_than_docstring(path.read_text(encoding="utf-8"))] == []


def test_the_core_is_pure() -> None:
    found = {str(path): impurities(path.read_text(encoding="utf-8")) for path in modules("domain", "marking")}
    assert {path: names for path, names in found.items() if names} == {}


def test_services_and_stores_know_nothing_of_http() -> None:
    inner = [path for path in modules() if path.stem == "service" or is_store(path)]
    assert inner
    assert [str(path) for path in inner if WEB & set(imported(path.read_text(encoding="utf-8")))] == []


def test_a_rooms_store_is_its_own() -> None:
    found = {
        str(path): borrowed_stores(path.parent.name, path.read_text(encoding="utf-8")) for path in modules()
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_sql_lives_in_db_and_stores() -> None:
    outside = [path for path in modules() if path.parent.name != "db" and not is_store(path)]
    outside = [path for path in outside if "db" not in path.relative_to(API).parts]
    assert [str(path) for path in outside if "sqlalchemy" in imported(path.read_text(encoding="utf-8"))] == []


# The same checks, each against a fault planted for it.


FLOORS = "Arrows go down only"


@pytest.mark.parametrize(
    ("place", "source", "contract"),
    [
        ("domain/base.py", "from markscheme.marking import engine\n", FLOORS),
        ("answers/service.py", "from markscheme.settings import Settings\n", FLOORS),
        ("questions/service.py", "from markscheme.answers import service\n", FLOORS),
        ("utils.py", '"""A stray module."""\n', FLOORS),
        ("answers/store.py", "from markscheme.answers import routes\n", "routes -> service -> store"),
        ("terminal/stray.py", "from markscheme import assets\n", "Only main"),
        ("answers/service.py", "def f():\n    import scipy.optimize\n", "Marking needs no scipy"),
        ("fitting/solver.py", "from markscheme.packs import loader\n", FLOORS),
        ("llm/model.py", "from markscheme.db import tables\n", FLOORS),
        ("llm/model.py", "from markscheme.marking import engine\n", "A language model knows the nouns"),
        ("answers/service.py", "import httpx2\n", "Only the floor of language models calls out"),
    ],
)
def test_a_planted_import_breaks_its_contract(tmp_path: Path, place: str, source: str, contract: str) -> None:
    shutil.copytree(API / "markscheme", tmp_path / "markscheme", ignore=shutil.ignore_patterns("__pycache__"))
    target = tmp_path / "markscheme" / place
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(before + "\n" + source, encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    broken = [line for line in result.stdout.splitlines() if "BROKEN" in line]
    assert [line for line in broken if contract in line], result.stdout + result.stderr


def test_planted_length_is_found(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    x = 1\n" * (MAX_FUNCTION_LINES - 1), encoding="utf-8")
    assert too_long(path) == ["long.py: f has 50 lines"]
    path = tmp_path / "long.css"
    path.write_text("a {}\n" * MAX_FILE_LINES, encoding="utf-8")
    assert too_long(path) == ["long.css: 300 lines"]


@pytest.mark.parametrize("name", ["web/utils.py", "lib/helpers.ts", "common/dates.py", "models.py"])
def test_planted_name_is_found(name: str) -> None:
    assert vaguely_named(Path(name))
    assert not vaguely_named(Path("marking/engine.py"))


@pytest.mark.parametrize(
    "text",
    ["https://py" + "pi.org/simple", "https://npm" + "js.org/x.tgz", "see /wor" + "k/notes", "'/tm" + "p/x'"],
)
def test_planted_address_is_found(text: str) -> None:
    assert foreign_words(text)
    assert foreign_words("https://github.com/x a/network/b tmpfs: /tmp") == []


def test_planted_code_in_an_init_is_found() -> None:
    assert more_than_docstring('"""Doc."""\nfrom x import y\n')
    assert more_than_docstring("")
    assert not more_than_docstring('"""Doc."""\n')


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from os import path",
        "import time as t",
        "open('x')",
        "datetime.now()",
        "import httpx",
    ],
)
def test_planted_impurity_is_found(source: str) -> None:
    assert impurities(source)
    assert impurities("import re\nimport numpy as np\nre.compile('x')\nfrom .base import Noun\n") == []
