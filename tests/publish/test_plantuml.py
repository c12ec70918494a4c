"""Drawing: what is new goes through one PlantUML, faults are named, and the cache stays clean."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.diagrams.style import document
from generator.publish.engine import Engine, NoEngineError, engine, key
from generator.publish.plantuml import DrawingError, Failure, draw, start
from generator.publish.server import encoded

GOOD = document(["start", ":work;", "stop"])
OTHER = document(["rectangle one", "rectangle two", "one --> two"])
WRONG = document(["rectangle one", "this is no PlantUML"])
OLD = document(["start", "partition one", ":work;", "stop"])
FAKE = """\
import pathlib, sys
folder = pathlib.Path(sys.argv[-1])
for path in sorted(folder.glob("*.puml")):
    if "crash" in path.read_text():
        text = "<svg><text>An error has occured : java.lang.Boom</text></svg>"
    elif "banner" in path.read_text():
        text = '<svg data-diagram-type="X"><text x="1">This syntax is deprecated</text></svg>'
    elif "nothing" in path.read_text():
        continue
    else:
        text = '<svg data-diagram-type="X"></svg>'
    path.with_suffix(".svg").write_text(text)
with open(folder.parent / "calls", "a") as calls:
    calls.write("x")
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A stand-in for PlantUML that counts how often it is started."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    program = tmp_path / "plantuml"
    program.write_text(f"#!{sys.executable}\n{FAKE}", encoding="utf-8")
    program.chmod(0o755)
    return Engine(identity="fake", program=program)


def _calls(tmp_path: Path) -> int:
    counted = tmp_path / "calls"
    return len(counted.read_text()) if counted.exists() else 0


def test_one_start_for_all_and_none_for_what_is_there(fake: Engine, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    texts = {"a": "@startuml\n:a;\n@enduml", "b": "@startuml\n:b;\n@enduml"}
    first = draw(texts, cache, using=fake)
    assert set(first) == {"a", "b"}
    assert _calls(tmp_path) == 1
    assert draw(texts, cache, using=fake) == first
    assert _calls(tmp_path) == 1
    draw(texts | {"c": "@startuml\n:c;\n@enduml"}, cache, using=fake)
    assert _calls(tmp_path) == 2


def test_equal_texts_are_drawn_once(fake: Engine, tmp_path: Path) -> None:
    text = "@startuml\n:a;\n@enduml"
    draw({"a": text, "b": text}, tmp_path / "cache", using=fake)
    assert len(list((tmp_path / "cache").iterdir())) == 1


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("crash", "An error has occured : java.lang.Boom"),
        ("banner", "This syntax is deprecated"),
        ("nothing", "no picture: "),
    ],
)
def test_a_picture_of_a_fault_is_a_failure_and_never_cached(
    word: str, message: str, fake: Engine, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    texts = {"good": "@startuml\n:a;\n@enduml", "bad": f"@startuml\n:{word};\n@enduml"}
    for _ in range(2):
        with pytest.raises(DrawingError) as raised:
            draw(texts, cache, using=fake)
        assert raised.value.failures == (Failure("bad", message),)
    assert len(list(cache.iterdir())) == 1


def test_the_name_of_a_diagram_is_no_path(fake: Engine, tmp_path: Path) -> None:
    found = draw({"a": "@startuml ../../elsewhere\n:a;\n@enduml"}, tmp_path / "c", using=fake)
    assert set(found) == {"a"}
    assert not (tmp_path.parent / "elsewhere.svg").exists()


def test_another_plantuml_another_picture() -> None:
    assert key(GOOD, Engine("one")) != key(GOOD, Engine("two"))
    assert key(GOOD, Engine("one")) != key(OTHER, Engine("one"))


def test_what_is_chosen(tmp_path: Path) -> None:
    assert engine({"PLANTUML_SERVER": "http://localhost:1/"}).server == "http://localhost:1"
    assert engine({"PLANTUML_COMMAND": sys.executable}).program == Path(sys.executable)
    assert engine({}).jar is not None
    with pytest.raises(NoEngineError, match=r"gone\.jar"):
        engine({"PLANTUML_JAR": str(tmp_path / "gone.jar")})
    with pytest.raises(NoEngineError, match="no-such-program"):
        engine({"PLANTUML_COMMAND": "no-such-program"})


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        good = self.path == f"/svg/{encoded(GOOD)}"
        self.send_response(200 if good else 400)
        if not good:
            self.send_header("X-PlantUML-Diagram-Error", "Syntax Error?")
            self.send_header("X-PlantUML-Diagram-Error-Line", "2")
        self.end_headers()
        self.wfile.write(b'<svg data-diagram-type="X"></svg>' if good else b"")

    def log_message(self, *_: object) -> None:
        """Keeps the test's output clean."""


def test_a_server_draws_too(tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), _Server)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        using = Engine("server", server=f"http://127.0.0.1:{server.server_port}")
        assert draw({"a": GOOD}, tmp_path, using=using)["a"].startswith("<svg")
        with pytest.raises(DrawingError) as raised:
            draw({"b": "@startuml\nwrong\n@enduml"}, tmp_path, using=using)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert raised.value.failures == (Failure("b", "Syntax Error?", 2, "wrong"),)


@pytest.mark.slow
def test_plantuml_itself_draws_the_same_bytes_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = draw({"a": GOOD, "b": OTHER}, tmp_path / "one")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Dfile.encoding=ISO-8859-1")
    monkeypatch.chdir(tmp_path)
    other = start({"b": OTHER, "a": GOOD}, tmp_path / "two").result()
    assert one == other
    assert "Source" not in one["a"]


@pytest.mark.slow
def test_plantuml_itself_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(DrawingError) as raised:
        draw({"good": GOOD, "wrong": WRONG, "empty": "no diagram"}, tmp_path)
    wrong, empty = sorted(raised.value.failures, key=lambda item: item.key, reverse=True)
    assert (wrong.key, wrong.text) == ("wrong", "this is no PlantUML")
    assert wrong.line == WRONG.splitlines().index("this is no PlantUML") + 1
    assert empty == Failure("empty", "no diagram in this text")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.slow
def test_plantuml_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("rectangle secret\n", encoding="utf-8")
    text = f"@startuml\n!include {secret}\nrectangle shown\n@enduml\n"
    try:
        picture = draw({"a": text}, tmp_path / "cache")["a"]
    except DrawingError as error:
        picture = str(error)
    assert "secret</text>" not in picture
