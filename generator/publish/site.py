"""The site around MkDocs: staged and drawn before it, finished after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.charts import Chart
from generator.diagrams import Diagram
from generator.language import Language
from generator.load.chapters import ChapterText
from generator.model.finding import Finding, Position
from generator.model.handbook import Handbook
from generator.publish.engine import FACES, font_files
from generator.publish.insert import insert
from generator.publish.links import dead_links, without_dead_links
from generator.publish.pictures import DrawingError, Failure
from generator.publish.plantuml import Drawing, start
from generator.publish.plotting import Plotting
from generator.publish.staging import stage
from generator.publish.svg import inline


class Sited(Protocol):
    """The handbook that a site is made from."""

    @property
    def handbook(self) -> Handbook:
        """The handbook."""

    @property
    def language(self) -> Language:
        """The words of its language."""

    @property
    def charts(self) -> Mapping[str, Chart]:
        """The charts by key."""


class Ready(Protocol):
    """What publishing needs of a prepared handbook."""

    @property
    def root(self) -> Path:
        """The repository."""

    @property
    def site(self) -> Sited:
        """What the pages were made from."""

    @property
    def chapters(self) -> tuple[ChapterText, ...]:
        """The hand-written chapters."""

    @property
    def diagrams(self) -> Mapping[str, Diagram]:
        """The diagrams by key."""

    @property
    def files(self) -> Mapping[str, str | bytes]:
        """The generated files of the staging tree by path."""


def work(root: Path) -> Path:
    """Where everything that can be made again is kept."""
    return root / "build"


def pictures(root: Path) -> Path:
    """Where finished pictures are kept from build to build."""
    return work(root) / "diagrams"


FONTS = "assets/handbook/fonts"
"""Where the theme's style sheet finds the typefaces."""


def stage_site(ready: Ready, name: str = "staging") -> Path:
    """Writes the staging tree, typefaces included, and returns where it is.

    ``name`` is that of its folder: what runs beside a build has another one.
    """
    staging = work(ready.root) / name
    faces = font_files((*FACES, "It"))
    fonts = {f"{FONTS}/{path.name}": path.read_bytes() for path in faces}
    stage({**fonts, **ready.files}, ready.root / "docs", staging)
    return staging


@dataclass(frozen=True)
class Drawn:
    """Diagrams and charts on their way: PlantUML works while the site is being built."""

    ready: Ready
    drawing: Drawing
    plotting: Plotting

    def faults(self) -> tuple[Finding, ...]:
        """What could not be drawn, in order of place; waits for PlantUML to finish."""
        found: list[Finding] = []
        for pictures_of in (self.plotting.result, self.drawing.result):
            try:
                pictures_of()
            except DrawingError as error:
                found += [_fault(failure, self.ready) for failure in error.failures]
        return tuple(sorted(found, key=Finding.order))

    def inline(self, key: str, root: str) -> str:
        """A picture as a page holds it; ``root`` is the way to the site's root."""
        if chart := self.ready.site.charts.get(key):
            picture = self.plotting.result()[key]
            return inline(picture, key, title=chart.title, root=root, role="img")
        title = self.ready.diagrams[key].title
        return inline(self.drawing.result()[key], key, title=title, root=root)


def draw(ready: Ready, cache: Path | None = None) -> Drawn:
    """Starts drawing every diagram and fence that the folder of pictures does not hold.

    The charts are drawn when they are asked for, while PlantUML is still at work.

    ``cache`` is that folder when it is not the one of the repository that the handbook is in.
    """
    texts = {key: diagram.text for key, diagram in ready.diagrams.items()}
    for chapter in ready.chapters:
        texts |= {f"{chapter.file}:{fence.line}": fence.text for fence in chapter.fences}
    place = cache or pictures(ready.root)
    decimal = ready.site.language.label("charts.decimal")
    return Drawn(ready, start(texts, place), Plotting(ready.site.charts, place, decimal))


def _fault(failure: Failure, ready: Ready) -> Finding:
    problem = f"{failure.message} {failure.text}".strip()
    drawn = ready.diagrams.get(failure.key) or ready.site.charts.get(failure.key)
    if drawn is None:
        file, _, line = failure.key.rpartition(":")
        position = Position(file, int(line) + (failure.line or 0))
        return Finding("G102", position, details={"problem": problem})
    file = ready.site.handbook.files.get(drawn.about.partition("#")[0], drawn.about)
    details = {"title": drawn.title, "problem": problem}
    return Finding("G101", Position(file), details=details)


def finish(
    site: Path, drawn: Drawn, *, living: Mapping[str, str] | None = None
) -> tuple[Finding, ...]:
    """Fills the diagrams and charts in and checks every link; returns what is wrong.

    Args:
        site: the built site.
        drawn: its diagrams and charts.
        living: for a release, its pages that only the site around it has, each with its
            address there. A release is history, so a link in it that leads nowhere any more
            is no fault: it becomes plain text.
    """
    if faults := drawn.faults():
        return faults
    insert(site, drawn.inline)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)
    if living is not None:
        without_dead_links(site, living)
        return ()
    return tuple(_dead(site))


def _dead(site: Path) -> Iterator[Finding]:
    for link in dead_links(site):
        details = {"page": link.page, "address": link.address}
        yield Finding("G103", Position(f"site/{link.page}"), details=details)
