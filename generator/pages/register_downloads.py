"""Where a register can be had as a file: a line on its page, and all of them in a table."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.addresses import register_files
from generator.model.registers import REGISTERS, items
from generator.pages.links import Links, relative
from generator.pages.markup import joined, literal
from generator.pages.page import Site
from generator.pages.tables import table


def downloads_on(path: str, site: Site) -> Markup:
    """The files of the registers that a page shows, a line a register; empty without any."""
    links = Links(site, path)
    pages = {name: site.addresses.page(register.page) for name, register in REGISTERS.items()}
    lines = [downloads(name, links) for name, page in pages.items() if page == path]
    if not lines:
        return Markup("")
    return Markup('<div class="downloads no-print" data-search-exclude>{}</div>').format(
        Markup("").join(lines)
    )


def downloads(name: str, links: Links) -> Markup:
    """A line with the files of a register: ``Risks as a file: CSV, JSON, schema``."""
    words = literal(links.site.label("registers.as_file", name=_name(name, links.site)))
    return Markup("<p>{} {}</p>").format(words, joined(_files(name, links)))


def register_table(links: Links) -> Markup:
    """Every register with how many lines it has, its page and its files."""
    site = links.site
    columns = site.labels("registers.columns", "register", "lines", "files")
    rows = [_row(name, links) for name in REGISTERS]
    return table(site, columns, rows, caption=site.label("registers.title"))


def _row(name: str, links: Links) -> tuple[object, ...]:
    words, page = _name(name, links.site), links.page(REGISTERS[name].page)
    link = Markup('<a href="{}">{}</a>').format(page, literal(words))
    count = sum(1 for _ in items(links.site.handbook, name))
    return (link, count, joined(_files(name, links)))


def _files(name: str, links: Links) -> Iterator[Markup]:
    """A link to each file; what a screen reader says names the register too."""
    for kind, address in register_files(name).items():
        words = links.site.label(f"registers.files.{kind}")
        whole = links.site.label("registers.file_of", name=_name(name, links.site), file=words)
        yield Markup('<a href="{}" aria-label="{}">{}</a>').format(
            relative(address, links.here), literal(whole), literal(words)
        )


def _name(name: str, site: Site) -> str:
    return site.label(f"registers.register.{name}")
