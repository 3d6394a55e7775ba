"""
Write docs/schema/*.json from the model, or tell which of them are stale.

    .venv/bin/python tools/schema.py [--check]
"""

import json
import sys
from pathlib import Path

from hasila.schema import schemas

FOLDER = Path(__file__).parents[1] / "docs" / "schema"


def main() -> None:
    """Write the files; with --check only compare."""
    stale = []
    for name, schema in schemas().items():
        path = FOLDER / f"{name}.json"
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        if not path.exists() or path.read_text("utf-8") != text:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if stale and "--check" in sys.argv:
        sys.exit(f"Stale in docs/schema: {', '.join(stale)}. Run make schema and commit them.")
    print(f"docs/schema: {len(schemas())} records, {'written' if stale else 'as the model is'}")


if __name__ == "__main__":
    main()
