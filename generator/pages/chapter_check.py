"""Chapters are filled in here first, so that the site builder meets only what works."""

import inspect
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.load.chapters import ChapterText
from generator.model.finding import Finding, Position, Positions
from generator.model.guess import nearest
from generator.pages.chapter_macros import MACROS, Macro, UnknownNameError, macros_for
from generator.pages.page import Site

_NAME = "chapter"


def check_chapters(
    chapters: Iterable[ChapterText], site: Site, positions: Positions | None = None
) -> Iterator[Finding]:
    """Every macro that does not work and every chapter that the handbook names but lacks.

    ``positions`` tell where in the YAML a missing chapter was named.
    """
    known = list(chapters)
    for chapter in known:
        if chapter.has_macros:
            yield from _Trial(chapter, site).findings()
    paths = {chapter.path for chapter in known}
    for entity in site.handbook.chapters.values():
        if entity.file not in paths:
            reference = f"chapter:{entity.id}"
            file = Position(site.file(reference) or "organisation/chapters.yml")
            details = {"file": f"docs/{entity.file}", "chapter": entity.title}
            place = positions.at(reference, ("file",)) if positions else file
            yield Finding("C104", place, details=details)


@dataclass
class _Trial:
    """One chapter being filled in, and what turned out to be wrong with it."""

    chapter: ChapterText
    site: Site
    found: list[Finding] = field(default_factory=list)

    def findings(self) -> list[Finding]:
        """Fills in the chapter; a macro that fails does not stop the others."""
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
        environment.globals.clear()  # Jinja's own functions are no macros
        try:
            unknown = self._unknown(environment.parse(self.chapter.text))
            code = environment.compile(self.chapter.text, name=_NAME, filename=_NAME)
            template = environment.template_class.from_code(environment, code, {})
            macros = macros_for(self.site, self.chapter.path)
            noted = {name: self._noting(name, macro, template) for name, macro in macros.items()}
            template.render(dict.fromkeys(unknown, _nothing) | noted)
        except TemplateSyntaxError as error:
            self._add("C102", error.lineno, problem=error.message or "")
        except Exception as error:  # whatever an author writes is a finding, never a traceback
            problem = str(error) or type(error).__name__
            self._add("C102", _line_of(error), problem=problem)
        return self.found

    def _unknown(self, parsed: nodes.Template) -> set[str]:
        """The names that are no macro, each reported wherever it stands."""
        unknown = meta.find_undeclared_variables(parsed) - set(MACROS)
        for name in parsed.find_all(nodes.Name):
            if name.name in unknown:
                self._unknown_name(name.lineno, name.name, sorted(MACROS))
        return unknown

    def _noting(self, name: str, macro: Macro, template: Template) -> Callable[..., Markup]:
        """The macro, reporting a wrong name or use of it instead of failing."""

        def call(*arguments: str, **named: str) -> Markup:
            line = _line_now(template)
            if named or not _fits(name, len(arguments)):
                self._add("C105", line, macro=name, usage=_usage(name))
                return Markup("")
            try:
                return macro(*arguments)
            except UnknownNameError as error:
                self._unknown_name(line, error.name, error.known)
                return Markup("")

        return call

    def _unknown_name(self, line: int, name: str, known: Sequence[str]) -> None:
        self._add("C103", line, name=name, known=", ".join(known), **nearest(name, known))

    def _add(self, code: str, line: int, **details: str) -> None:
        self.found.append(Finding(code, Position(self.chapter.file, line), details=details))


def _nothing(*_: object, **__: object) -> str:
    return ""


def _parameters(macro: str) -> list[inspect.Parameter]:
    return list(inspect.signature(MACROS[macro]).parameters.values())[1:]


def _fits(macro: str, count: int) -> bool:
    found = _parameters(macro)
    required = [parameter for parameter in found if parameter.default is parameter.empty]
    return len(required) <= count <= len(found)


def _usage(macro: str) -> str:
    """How a macro is written: ``{{ topics("chapter") }}``."""
    names = ", ".join(f'"{parameter.name}"' for parameter in _parameters(macro))
    return f"{{{{ {macro}({names}) }}}}"


def _line_now(template: Template) -> int:
    """The line of the chapter that is being filled in."""
    lines = (
        line for frame, line in traceback.walk_stack(None) if frame.f_code.co_filename == _NAME
    )
    found = next(lines, None)
    return template.get_corresponding_lineno(found) if found else 1


def _line_of(error: BaseException) -> int:
    """The line of the chapter in which an expression failed, as Jinja noted it in the traceback."""
    lines = [
        frame.lineno or 1
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == _NAME
    ]
    return lines[-1] if lines else 1
