"""
Copy the listed files of other projects from frontend/node_modules to where the desk ships them.

    cd frontend && npm ci --ignore-scripts && cd .. && .venv/bin/python tools/vendor.py

Each folder gets a manifest.json: file, package, version, licence, SHA-256. A test hashes again.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "frontend" / "node_modules"
SHIPPED = ROOT / "src" / "hasila" / "web" / "static" / "vendor"
FOR_TESTS = ROOT / "tests" / "web" / "vendor"

FONT = "@fontsource/{0}"
FILES: dict[Path, dict[str, list[str]]] = {
    SHIPPED: {
        FONT.format("noto-naskh-arabic"): [
            "files/noto-naskh-arabic-arabic-400-normal.woff2",
            "files/noto-naskh-arabic-arabic-700-normal.woff2",
            "LICENSE",
        ],
        FONT.format("ibm-plex-sans-arabic"): [
            "files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
            "files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
            "files/ibm-plex-sans-arabic-latin-400-normal.woff2",
            "files/ibm-plex-sans-arabic-latin-600-normal.woff2",
            "LICENSE",
        ],
        "world-atlas": ["countries-50m.json", "LICENSE"],
    },
    FOR_TESTS: {"axe-core": ["axe.min.js", "LICENSE"]},
}


def vendor(folder: Path, packages: dict[str, list[str]]) -> list[dict[str, str]]:
    """Copy the files of `packages` to `folder`; give the rows of its manifest."""
    rows = []
    for package, names in packages.items():
        about = json.loads((MODULES / package / "package.json").read_text("utf-8"))
        for name in names:
            target = folder / package.rpartition("/")[2] / Path(name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(MODULES / package / name, target)
            rows.append(
                {
                    "file": target.relative_to(folder).as_posix(),
                    "package": package,
                    "version": about["version"],
                    "licence": about["license"],
                    "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
                }
            )
    return rows


def main() -> int:
    """Copy everything and write the manifests."""
    if not MODULES.is_dir():
        print("frontend/node_modules is missing: run `npm ci --ignore-scripts` in frontend/ first.", file=sys.stderr)
        return 1
    for folder, packages in FILES.items():
        rows = vendor(folder, packages)
        (folder / "manifest.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
        print(f"{folder.relative_to(ROOT)}: {len(rows)} files")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
