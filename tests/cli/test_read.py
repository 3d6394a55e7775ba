"""hasila read: whatever is given, one line per report and one sentence per mistake."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hasila.model.claim import Claim

STRIKE = "قُتل ثلاثة مدنيين وأصيب خمسة آخرون في قصف مدفعي على بلدة الينبوع أمس."
ENVIRONMENT = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "COLUMNS": "90"}


def hasila(*arguments: str, given: bytes = b"", here: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a user does."""
    command = [sys.executable, "-m", "hasila.cli", *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=here, env=ENVIRONMENT, timeout=120)


def lines_of(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").split("\n") if line]


def test_a_record_gives_its_id_claims_events_and_pack_and_nothing_else() -> None:
    record = {"id": "7", "title": None, "text": STRIKE, "published": "2019-05-08", "note": "سري", "published_on": 1}
    done = hasila("read", "--format", "jsonl", "-", given=json.dumps(record).encode())
    [line] = lines_of(done)
    assert done.returncode == 0
    assert list(line) == ["id", "claims", "events", "pack"]
    assert line["id"] == "7"
    assert "سري" not in done.stdout.decode("utf-8"), "unknown keys are never echoed"


def test_a_claim_has_every_field_always() -> None:
    done = hasila("read", "--format", "jsonl", "-", given=json.dumps({"id": "7", "text": STRIKE}).encode())
    for claim in lines_of(done)[0]["claims"]:
        assert set(claim) == set(Claim.model_fields)
        assert claim["perpetrators"] == sorted(claim["perpetrators"])
        assert STRIKE[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["text"]


def test_a_text_gives_a_content_id_and_its_words_besides(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(STRIKE, "utf-8")
    [line] = lines_of(hasila("read", "--format", "jsonl", "--published", "2019-05-08", "post.txt", here=tmp_path))
    assert line["id"].startswith("report-")
    assert line["text"] == STRIKE
    assert (line["title"], line["published"], line["published_from"]) == (None, "2019-05-08", "argument")
    assert "extractor" in line
    again = lines_of(hasila("read", "--format", "jsonl", "--published", "2019-05-08", "-", given=STRIKE.encode()))
    assert again == [line], "the same words have the same id wherever they come from"


def test_bad_lines_do_not_cost_the_good_ones() -> None:
    good = json.dumps({"id": "good", "text": STRIKE}, ensure_ascii=False)
    given = "\n".join([good, "{broken", '{"id": "number", "text": 5}', '{"text": null}', "[]", good]).encode()
    done = hasila("read", "--format", "jsonl", "-", given=given)
    assert done.returncode == 1
    lines = lines_of(done)
    assert [line["id"] for line in lines] == ["good", "line:2", "number", "line:4", "line:5", "good"]
    for bad in lines[1:5]:
        assert set(bad) == {"id", "error"}
        assert len(bad["error"].split()) > 3 and "\n" not in bad["error"]
    assert len(lines[0]["claims"]) == len(lines[5]["claims"]) == 2


def test_empty_text_binary_and_missing_files_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "shell.html").write_text("<html><body><script>load()</script></body></html>", "utf-8")
    (tmp_path / "wrong.txt").write_bytes(STRIKE.encode("utf-7"))
    (tmp_path / "good.txt").write_text(STRIKE, "utf-8")
    bad = ["missing.html", "empty.txt", "photo.html", "noise.txt", "shell.html", "."]
    done = hasila("read", "--format", "jsonl", *bad, "good.txt", here=tmp_path)
    lines = lines_of(done)
    assert done.returncode == 1
    assert [line["id"] for line in lines[:-1]] == bad
    assert all(line["error"].endswith(".") for line in lines[:-1])
    assert len(lines[-1]["claims"]) == 2
    assert b"Traceback" not in done.stderr


def test_fifty_megabytes_of_one_line_are_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes("قصف ".encode() * 7_500_000)
    (tmp_path / "long.jsonl").write_bytes(b'{"id": "1", "text": "' + "قصف ".encode() * 7_500_000 + b'"}\n')
    done = hasila("read", "--format", "jsonl", "long.txt", "long.jsonl", here=tmp_path)
    assert done.returncode == 1
    assert ["longer than" in line["error"] for line in lines_of(done)] == [True, True]


def test_a_page_in_windows_1256_without_a_charset_is_read(tmp_path: Path) -> None:
    page = f'<html><head><meta property="og:title" content="قصف على الينبوع"></head><body><p>{STRIKE}</p></body></html>'
    (tmp_path / "old.html").write_bytes(page.encode("cp1256"))
    [line] = lines_of(hasila("read", "--format", "jsonl", "old.html", here=tmp_path))
    assert line["title"] == "قصف على الينبوع"
    assert [claim["outcome"] for claim in line["claims"]] == ["killed", "injured"]


def test_a_date_that_is_none_is_refused_with_what_to_write() -> None:
    done = hasila("read", "--published", "yesterday", "-", given=STRIKE.encode())
    assert done.returncode == 2
    assert "2019-03-17" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_mistakes_stand_on_the_error_stream_beside_a_table() -> None:
    done = hasila("read", "nowhere.html")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode("utf-8") == "nowhere.html: There is no such file; check the name.\n"


def test_a_reader_who_closes_the_pipe_is_no_error() -> None:
    records = (json.dumps({"id": str(n), "text": STRIKE}).encode() + b"\n" for n in range(200))
    command = [sys.executable, "-m", "hasila.cli", "read", "--format", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdin and running.stdout and running.stderr
        with io.BufferedWriter(running.stdin) as stdin:
            stdin.writelines(records)
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.parametrize("wrong", [["reed"], ["read"], ["read", "--format", "xml", "-"]])
def test_wrong_commands_and_options_get_a_sentence(wrong: list[str]) -> None:
    done = hasila(*wrong)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr and done.stderr


def test_help_and_version_start_without_the_reader() -> None:
    probe = "import sys; import hasila.cli as c; c.application(['--help']); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, timeout=60, text=True)
    assert done.stdout == "False\n", "the command line must start in less than half a second"
    assert hasila("--version").stdout.startswith(b"hasila ")
