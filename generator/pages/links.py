"""Links from one page to everything the handbook names, as relative addresses.

Relative addresses to ``.html`` files work on a server, in any folder of it, and from a
USB stick.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, relpath

from markupsafe import Markup, escape

from generator.addresses import html_of
from generator.model.handbook import slug
from generator.model.identifiers import RoleId, SystemId
from generator.model.process import ObjectState, Process, Step
from generator.model.standard import Clause
from generator.pages.markup import html, joined, literal
from generator.pages.page import Site


def relative(address: str, here: str) -> str:
    """The way from the page ``here`` (``processen/x.md``) to an address from the site's root.

    An address on the page itself becomes its anchor alone.
    """
    path, mark, fragment = address.partition("#")
    own = html_of(here) if here.endswith(".md") else here
    if path == own and fragment:
        return f"#{fragment}"
    return _way(path, dirname(own) or ".") + mark + fragment


@lru_cache(maxsize=1 << 14)
def _way(path: str, folder: str) -> str:
    return relpath(path, folder)


@dataclass(frozen=True)
class Links:
    """Everything that can be linked to from the page ``here``.

    With ``linked`` off the same words come out without their links: for a file that has
    to be readable by itself.
    """

    site: Site
    here: str
    linked: bool = True

    def address(self, reference: str) -> str | None:
        """The relative address of ``role:klant`` and the like; None when there is no page."""
        found = self.site.addresses.url(reference)
        return relative(found, self.here) if found else None

    def page(self, name: str, anchor: str = "") -> str:
        """The relative address of a page that stands by itself (``pages.<name>``)."""
        address = html_of(self.site.addresses.page(name))
        return relative(address + (f"#{anchor}" if anchor else ""), self.here)

    def to(self, reference: str, text: object = None) -> Markup:
        """A link to what a reference points at, in its own name unless ``text`` is given."""
        return self._anchor(self.address(reference), text or self.name(reference))

    def name(self, reference: str) -> str:
        """What something is called; the identifier itself when the handbook lacks it."""
        found = self.site.handbook.find(reference)
        if isinstance(found, Clause):
            standard = self.site.handbook.find(reference.partition("#")[0])
            return f"{getattr(standard, 'name', '')} {found.shown}".strip()
        for attribute in ("name", "title", "term"):
            if name := getattr(found, attribute, None):
                return str(name)
        return reference.partition(":")[2] or reference

    def roles(self, roles: Iterable[RoleId], word: str | None = None) -> Markup:
        """Links to roles; ``word`` (a label such as ``and``, ``or``) stands before the last."""
        return self._row([self.to(f"role:{role}") for role in roles], word)

    def systems(self, systems: Iterable[SystemId]) -> Markup:
        """Links to systems, separated by commas."""
        return self._row([self.to(f"system:{system}") for system in systems], None)

    def object_in_state(self, state: ObjectState) -> Markup:
        """A link to the page of a business object, role or system, with its state in brackets."""
        link = self.named(state.object)
        if not state.state:
            return link
        return link + Markup(' <span class="state">[{}]</span>').format(literal(state.state))

    def thing(self, identifier: str, name: str) -> Markup:
        """A link to the page of a business object, by its slug."""
        return self._anchor(self.address(f"object:{identifier}"), name)

    def named(self, name: str) -> Markup:
        """A link to the page of whatever a diagram names: an object, a role or a system."""
        return self._anchor(self._object_address(name), name)

    def step(self, process: Process, step: Step, text: object = None) -> Markup:
        """A link to a step on its process's page, by number and name."""
        number = process.steps.index(step) + 1
        words = text or self.site.label("step.named", number=number, name=step.name)
        return self.to(f"process:{process.id}#{step.id}", words)

    def _object_address(self, name: str) -> str | None:
        found = self.site.addresses.object_url(name)
        own = self.site.addresses.folder("object")
        if found is None or (found.startswith(f"{own}/") and slug(name) not in self.site.objects):
            return None
        return relative(found, self.here)

    def _anchor(self, address: str | None, text: object) -> Markup:
        words = text if isinstance(text, Markup) else literal(text)
        if not address or not self.linked:
            return words
        return html(f'<a href="{escape(address)}">{words}</a>')

    def _row(self, parts: list[Markup], word: str | None) -> Markup:
        if word is None or len(parts) < 2:
            return joined(parts)
        last = Markup(" {} ").format(literal(self.site.label(f"word.{word}")))
        return last.join([joined(parts[:-1]), parts[-1]])
