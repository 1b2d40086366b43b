"""JSON Schema of every kind of file, for editors that complete and check while one types.

`python -m markscheme.packs.schema` writes knowledge/schema/ anew.
"""

import json
import sys
from pathlib import Path

from .files import OF_A_PACK, SHARED


def schemas() -> dict[str, str]:
    """The text of each schema file by its name."""
    return {
        f"{kind.name}.json": _text(kind.name, kind.model.model_json_schema())
        for kind in (*SHARED, *OF_A_PACK)
    }


def write(folder: Path) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(name: str, schema: dict[str, object]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.json"}
    return json.dumps(head | schema, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[3] / "knowledge" / "schema")
