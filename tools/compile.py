"""
Compile the modules that a reading goes through (mypyc), for who reads an archive.

    .venv/bin/python tools/compile.py

The compiled form goes to src/hasila/_compiled and is used as long as no source changes (hasila/compiled.py). Without a
C compiler one line says so, and hasila stays plain Python.
"""

import os
import shutil
import sys
import sysconfig
from multiprocessing.pool import ThreadPool
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from hasila.compiled import FOLDER, PACKAGE, STAMP, sources, stamp_of_sources  # noqa: E402

WORK = ROOT / "build" / "compiled"
# Records are pydantic's; phrases of time are dataclasses whose base has a default, which mypyc does not know; what checks
# a pack or builds the list of places takes no part in reading.
LEFT_OUT = {
    "model/*", "*/__init__.py", "extract/time_phrases.py", "pack/check.py", "pack/examples.py", "pack/tables.py",
    "resolve/bookbinding.py", "resolve/dumps.py", "resolve/geonames.py",
}  # fmt: skip


def main() -> None:
    """Compile, or say why not."""
    lacking = _lacking()
    if lacking:
        print(f"{lacking}: hasila reads as plain Python, the same claims in more time.")
        return
    stamp = stamp_of_sources()
    if STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        return
    print("Compiling the reader (some minutes of one core; only this once) ...", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    _compile([path for path in sources() if not any(path.relative_to(PACKAGE).match(left) for left in LEFT_OUT)])
    STAMP.write_text(stamp, "utf-8")


def _lacking() -> str | None:
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if not shutil.which(compiler):
        return f"No C compiler ({compiler}) here"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "The headers of this Python are not here (on Debian and Ubuntu: apt-get install python3-dev)"
    return None


def _compile(paths: list[Path]) -> None:
    os.chdir(ROOT)  # mypyc names modules by their paths
    os.environ["HASILA_COMPILED"] = "0"
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools._distutils.ccompiler import CCompiler

    names = [str(path.relative_to(ROOT)) for path in paths]
    # What takes the time is Python's own dictionaries and tuples: more optimizing gains nothing and takes ten minutes.
    extensions = mypycify(names, opt_level="1", debug_level="0", multi_file=True, target_dir=str(WORK / "c"))
    build = Distribution({"name": "hasila", "ext_modules": extensions}).get_command_obj("build_ext")
    build.build_lib, build.build_temp = str(WORK / "lib"), str(WORK / "o")
    build.ensure_finalized()
    with ThreadPool() as pool:
        one_by_one = CCompiler.compile

        def side_by_side(compiler: CCompiler, sources: list[str], **options: Any) -> list[str]:
            made = pool.map(lambda source: one_by_one(compiler, [source], **options), sources)
            return [file for files in made for file in files]

        CCompiler.compile = side_by_side
        build.run()
    shutil.copytree(WORK / "lib", FOLDER)


if __name__ == "__main__":
    main()
