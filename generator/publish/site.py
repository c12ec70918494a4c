"""The site: staged, drawn, built beside the published one, finished, and put in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.diagrams import Diagram
from generator.publish.insert import insert
from generator.publish.links import dead_links
from generator.publish.plantuml import Drawing, start
from generator.publish.staging import stage
from generator.publish.svg import inline


class Ready(Protocol):
    """What the site needs of a prepared handbook."""

    @property
    def root(self) -> Path:
        """The repository."""

    @property
    def diagrams(self) -> Mapping[str, Diagram]:
        """The diagrams by key."""

    @property
    def files(self) -> Mapping[str, str | bytes]:
        """The generated files of the staging tree by path."""


def work(root: Path) -> Path:
    """Where everything that can be made again is kept."""
    return root / "build"


def stage_site(ready: Ready) -> Path:
    """Writes the staging tree and returns where it is."""
    staging = work(ready.root) / "staging"
    stage(ready.files, ready.root / "docs", staging)
    return staging


@dataclass(frozen=True)
class Drawn:
    """Diagrams on their way: PlantUML works while the site is being built."""

    diagrams: Mapping[str, Diagram]
    drawing: Drawing


def draw(ready: Ready) -> Drawn:
    """Starts drawing every diagram that the cache does not hold."""
    texts = {key: diagram.text for key, diagram in ready.diagrams.items()}
    return Drawn(ready.diagrams, start(texts, work(ready.root) / "diagrams"))


def finish(site: Path, drawn: Drawn) -> list[str]:
    """Fills in the diagrams and checks the links; returns what is wrong, in words."""
    pictures = drawn.drawing.result()

    def picture(key: str, root: str) -> str:
        return inline(pictures[key], key, title=drawn.diagrams[key].title, root=root)

    insert(site, picture)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    return [f"{link.page}: {link.address}" for link in dead_links(site)]
