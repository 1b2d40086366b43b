"""The JSON Schema that editors use says what the loader says."""

import json
from pathlib import Path

import pytest

from markscheme import assets
from markscheme.packs.schema import schemas, write

AGAIN = "run: python -m markscheme.packs.schema"


def test_the_schema_files_are_up_to_date() -> None:
    folder = assets.knowledge() / "schema"

    assert {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")} == schemas(), AGAIN


@pytest.mark.parametrize(
    ("name", "field"),
    [("factors", "factors"), ("question", "roles"), ("pack", "gazetteer"), ("mark-scheme", "levels")],
)
def test_a_schema_describes_its_file(name: str, field: str) -> None:
    schema = json.loads(schemas()[f"{name}.json"])

    assert field in schema["required"]
    assert schema["additionalProperties"] is False


def test_roles_are_offered_by_name() -> None:
    role = json.loads(schemas()["question.json"])["$defs"]["FactorRole"]["properties"]["role"]

    assert "counter_argument" in role["enum"]


def test_the_schemas_are_written_where_asked(tmp_path: Path) -> None:
    write(tmp_path / "schema")

    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(schemas())
