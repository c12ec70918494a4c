"""What CI writes to a pull request: one comment, and each suggestion once, against fake forges."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.reports.changes.comment import MARKER
from generator.reports.changes.suggestions import MARK

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github" / "workflows" / "handbook.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
COMMENT = f"{MARKER}\n\n## What changes: \"a\" & 'b' $HOME\n"
needs_jq = pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")

FAKE_GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> calls
case "$*" in
  *"issues/1/comments --jq"*) cat ids ;;
  *"pulls/1/comments --jq"*) cat bodies ;;
  *POST*reviews*) cat new.json > sent.json ;;
esac
"""


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def job() -> Any:
    return read(GITHUB)["jobs"]["proposal"]


def run_step(name: str, folder: Path) -> list[str]:
    """Runs a step of the workflow with a ``gh`` that only writes down what it is asked."""
    (step,) = (step for step in job()["steps"] if step.get("name", "").startswith(name))
    fake = folder / "bin" / "gh"
    fake.parent.mkdir(exist_ok=True)
    fake.write_text(FAKE_GH, encoding="utf-8")
    fake.chmod(0o755)
    environment = {
        "PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}",
        "PULL": "repos/o/r/pulls/1",
        "ISSUE": "repos/o/r/issues/1",
        "COMMENTS": "repos/o/r/issues/comments",
    }
    command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return (folder / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ("", "api --method POST repos/o/r/issues/1/comments --field body=@comment.md --silent"),
        (
            "7\n9",
            "api --method PATCH repos/o/r/issues/comments/7 --field body=@comment.md --silent",
        ),
    ],
)
def test_github_has_one_comment(ids: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "comment.md").write_text(COMMENT, encoding="utf-8")
    (tmp_path / "ids").write_text(ids, encoding="utf-8")
    asked, written = run_step("Write the comment", tmp_path)
    assert written == expected
    assert f'startswith("{MARKER}")' in asked
    assert 'user.login == "github-actions[bot]"' in asked


def review(*marks: str) -> str:
    comments = [
        {"path": "x.yml", "line": 1, "body": f"a\n<!-- {MARK} {mark} -->"} for mark in marks
    ]
    return json.dumps({"event": "COMMENT", "body": "b", "comments": comments})


@needs_jq
@pytest.mark.parametrize(
    ("marks", "made", "sent"),
    [
        (("0a", "0b"), "", ["0a", "0b"]),
        (("0a", "0b"), f"x\n<!-- {MARK} 0a -->\n", ["0b"]),
        (("0a",), f"x\n<!-- {MARK} 0a -->\n", []),
        ((), "", []),
    ],
)
def test_github_has_each_suggestion_once(
    marks: tuple[str, ...], made: str, sent: list[str], tmp_path: Path
) -> None:
    (tmp_path / "suggestions.json").write_text(review(*marks), encoding="utf-8")
    (tmp_path / "bodies").write_text(made, encoding="utf-8")
    calls = run_step("Make the suggestions", tmp_path)
    assert len(calls) == (2 if sent else 1)
    if sent:
        found = json.loads((tmp_path / "sent.json").read_text(encoding="utf-8"))
        assert [item["body"].split()[-2] for item in found["comments"]] == sent


def test_github_writes_only_to_a_pull_request_of_its_own() -> None:
    assert read(GITHUB)["permissions"] == {"contents": "read"}
    assert "permissions" not in read(GITHUB)["jobs"]["handbook"]
    assert job()["permissions"] == {"pull-requests": "write"}
    assert "pull_request_target" not in GITHUB.read_text(encoding="utf-8")
    assert "github.event_name == 'pull_request'" in job()["if"]
    for step in job()["steps"]:
        if "gh api" in step.get("run", ""):
            assert step["if"] == "env.MAY_WRITE == 'true'"


def test_no_code_of_the_pull_request_meets_the_right_to_write() -> None:
    text = "\n".join(step.get("run", step.get("uses", "")) for step in job()["steps"])
    assert ".venv" not in text
    assert "checkout" not in text
    assert all("GH_TOKEN" not in str(step) for step in read(GITHUB)["jobs"]["handbook"]["steps"])


def test_no_text_of_the_pull_request_is_part_of_a_script() -> None:
    for one in read(GITHUB)["jobs"].values():
        assert all("${{" not in step.get("run", "") for step in one["steps"])


class Forge(ThreadingHTTPServer):
    """A GitLab with one merge request, which remembers what it is told."""

    def __init__(self, notes: list[Any], discussions: list[Any]) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.answers = {
            "/user": {"id": 5},
            "": {"diff_refs": {"start_sha": "5" * 40}},
            "/notes": notes,
            "/discussions": discussions,
        }
        self.told: list[tuple[str, str, Any]] = []


class Answer(BaseHTTPRequestHandler):
    server: Forge

    def do_GET(self) -> None:
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        address = urlsplit(self.path)
        asked = parse_qs(address.query)
        answer = self.server.answers[address.path.removeprefix("/projects/3/merge_requests/1")]
        if isinstance(answer, list):
            many = int(asked["per_page"][0])
            first = (int(asked.get("page", ["1"])[0]) - 1) * many
            answer = answer[first : first + many]
        self._say(answer)

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_json = self.headers["Content-Type"] == "application/json"
        given = json.loads(text) if is_json else parse_qs(text, strict_parsing=True)
        self.server.told.append((self.command, self.path, given))
        self._say({})

    do_PUT = do_POST  # noqa: N815 - http.server calls it so

    def _say(self, answer: Any) -> None:
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def forge(notes: list[Any], discussions: list[Any]) -> Iterator[Forge]:
    server = Forge(notes, discussions)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def run_gitlab(folder: Path, server: Forge, token: str = "secret") -> str:
    """Runs the job of the definition against a fake GitLab; returns its log."""
    script = "\n".join(read(GITLAB)["proposal"]["script"])
    address = f"http://127.0.0.1:{server.server_address[1]}"
    environment = {
        "PATH": os.environ["PATH"],
        "CI_API_V4_URL": address,
        "REQUEST": f"{address}/projects/3/merge_requests/1",
        "HANDBOOK_TOKEN": token,
    }
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def suggestions(folder: Path, *marks: str) -> None:
    (folder / "build").mkdir()
    (folder / "build" / "comment.md").write_text(COMMENT, encoding="utf-8")
    lines = [
        json.dumps(
            {"body": f'a "b" \\ $x\n<!-- {MARK} {mark} -->', "position": {"start_sha": "1a"}}
        )
        for mark in marks
    ]
    text = "".join(f"{line}\n" for line in lines)
    (folder / "build" / "suggestions.jsonl").write_text(text, encoding="utf-8")


def note(number: int, author: int, body: str) -> dict[str, Any]:
    return {"id": number, "author": {"id": author}, "body": body}


@needs_curl
def test_gitlab_gets_a_comment_and_suggestions(tmp_path: Path) -> None:
    suggestions(tmp_path, "0a", "0b")
    with forge([note(1, 4, COMMENT), note(2, 5, "x")], []) as server:
        assert COMMENT in run_gitlab(tmp_path, server)
    first, *rest = server.told
    assert first == ("POST", "/projects/3/merge_requests/1/notes", {"body": [COMMENT]})
    assert [path.rpartition("/")[2] for _, path, _ in rest] == ["discussions"] * 2
    assert [given["position"]["start_sha"] for _, _, given in rest] == ["5" * 40] * 2
    assert rest[0][2]["body"] == f'a "b" \\ $x\n<!-- {MARK} 0a -->'


@needs_curl
def test_gitlab_keeps_one_comment_and_each_suggestion_once(tmp_path: Path) -> None:
    suggestions(tmp_path, "0a", "0b")
    others = [{"notes": [note(9, 4, "x")]}] * 100  # a page of GitLab's answer
    made = [*others, {"notes": [note(3, 5, f"a\n<!-- {MARK} 0a -->")]}]
    with forge([note(2, 5, COMMENT)], made) as server:
        run_gitlab(tmp_path, server)
    assert server.told[0][:2] == ("PUT", "/projects/3/merge_requests/1/notes/2")
    assert [given["body"].split()[-2] for _, _, given in server.told[1:]] == ["0b"]


def test_gitlab_shows_the_comment_in_the_log_without_a_token(tmp_path: Path) -> None:
    suggestions(tmp_path)
    with forge([], []) as server:
        assert run_gitlab(tmp_path, server, token="") == COMMENT
    assert server.told == []


def test_gitlab_writes_only_to_a_merge_request_and_runs_none_of_its_code() -> None:
    definition = read(GITLAB)["proposal"]
    assert [rule["if"] for rule in definition["rules"]] == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"'
    ]
    assert definition["variables"]["GIT_STRATEGY"] == "none"
    assert ".venv" not in str(definition)
    assert "HANDBOOK_TOKEN" not in str(read(GITLAB)["handbook"])
