"""The steps: one structure, every cell with its label for the phone."""

from generator.pages.links import Links
from generator.pages.page import Site
from generator.pages.steps import steps
from golden import Golden


def test_table_of_steps(site: Site, golden: Golden) -> None:
    """Purpose: decision with loop and end, records, remark, origins and escalation in one table."""
    process = next(p for p in site.handbook.processes.values() if p.id == "lend-book")
    golden.check("steps.html", steps(process, Links(site, "processes/lend-book.md")))
