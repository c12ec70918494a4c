"""Chapters are filled in here first, so that the site builder meets only what works."""

import traceback
from collections.abc import Iterable, Iterator

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from generator.load.chapters import ChapterText
from generator.model.finding import Finding, Position
from generator.pages.chapter_macros import UnknownNameError, macros_for
from generator.pages.page import Site

_NAME = "chapter"


def check_chapters(chapters: Iterable[ChapterText], site: Site) -> Iterator[Finding]:
    """Every macro that does not work and every chapter that the handbook names but lacks."""
    known = list(chapters)
    for chapter in known:
        if chapter.has_macros:
            yield from _macros(chapter, site)
    paths = {chapter.path for chapter in known}
    for entity in site.handbook.chapters.values():
        if entity.file not in paths:
            file = site.file(f"chapter:{entity.id}") or "organisation/chapters.yml"
            details = {"file": f"docs/{entity.file}", "chapter": entity.title}
            yield Finding("C104", Position(file), details=details)


def _macros(chapter: ChapterText, site: Site) -> Iterator[Finding]:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.globals = dict(macros_for(site, chapter.path))
    try:
        compiled = environment.compile(chapter.text, name=_NAME, filename=_NAME)
        environment.template_class.from_code(environment, compiled, environment.globals).render()
    except TemplateSyntaxError as error:
        yield _finding("C102", chapter, error.lineno, {"problem": error.message or ""})
    except UnknownNameError as error:
        details = {"name": error.name, "known": ", ".join(error.known)}
        yield _finding("C103", chapter, _line(error), details)
    except (TemplateError, TypeError, ValueError) as error:
        yield _finding("C102", chapter, _line(error), {"problem": str(error)})


def _finding(code: str, chapter: ChapterText, line: int, details: dict[str, str]) -> Finding:
    return Finding(code, Position(chapter.file, line), details=details)


def _line(error: BaseException) -> int:
    """The line of the chapter in which a macro failed, as Jinja noted it in the traceback."""
    lines = [
        frame.lineno or 1
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == _NAME
    ]
    return lines[-1] if lines else 1
