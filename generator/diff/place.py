"""Where in the two handbooks a comparison is, and how a change is told from there."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from generator.diff.change import ABOUT_THE_DOCUMENT, Change, ChangeKind, Item, Nature
from generator.diff.fields import FieldSpec
from generator.diff.touches import Sensitive
from generator.diff.words import Words
from generator.model.finding import FieldPath


@dataclass(frozen=True)
class Sides:
    """The words of the two handbooks."""

    before: Words
    after: Words

    @cached_property
    def sensitive(self) -> Sensitive:
        """What texts of either may touch; made when the first text differs."""
        return Sensitive(self.after.handbook, self.before.handbook)


@dataclass(frozen=True)
class Place:
    """The part that is being compared."""

    sides: Sides
    subject: str
    name: str
    was: str = ""
    process: str = ""
    """The process whose steps are named here, as it is called now."""
    before: FieldPath = ()
    after: FieldPath = ()
    trail: tuple[Item, ...] = ()
    kind: ChangeKind | None = None
    """What every change in here is called."""

    @property
    def identifiers(self) -> tuple[str, str]:
        """The subject's own identifier before and afterwards."""
        one, other = (re.split("[:#]", reference)[-1] for reference in (self.was, self.subject))
        return one if self.was else other, other

    def field(self, spec: FieldSpec) -> str:
        """What holds the thing at this place: a field, unless the thing is the subject itself."""
        return spec.full_name if self.after or self.before else ""

    def at_step(self, step: str, name: str) -> "Place":
        """The place of a step of the process at this place.

        Args:
            step: its identifier, as it is now.
            name: what it is called.
        """
        subject = f"{self.subject}#{step}"
        was = self.sides.before.earlier_reference(subject)
        return Place(
            self.sides, subject, name, was=was if was != subject else "", process=self.process
        )

    def inside(
        self,
        spec: FieldSpec,
        *,
        item: Item | None = None,
        before: str | int | None = None,
        after: str | int | None = None,
    ) -> "Place":
        """The place of what a field holds, or of one of the things in it.

        Args:
            spec: the field.
            item: what the thing is called.
            before: its number or key before.
            after: its number or key afterwards.
        """
        return replace(
            self,
            before=(*self.before, spec.name, *([] if before is None else [before])),
            after=(*self.after, spec.name, *([] if after is None else [after])),
            trail=(*self.trail, item) if item else self.trail,
            kind=self.kind or (spec.kind if spec.kind in ABOUT_THE_DOCUMENT else None),
        )

    def change(
        self, kind: ChangeKind, field: str = "", *, before: str = "", after: str = ""
    ) -> Change:
        """A change here.

        Args:
            kind: what it is called, unless the place says otherwise.
            field: the field that changed, as ``Type.key``.
            before: what it was, in words.
            after: what it is, in words.
        """
        kind = self.kind or kind
        is_text = kind.nature is Nature.TEXT and not field.endswith(".id")
        return Change(
            kind=kind,
            subject=self.subject,
            name=self.name,
            path=self.after if after or kind is ChangeKind.MOVED else self.before,
            field=field,
            before=before,
            after=after,
            trail=self.trail,
            was=self.was,
            touches=self.sides.sensitive.touched(before, after) if is_text else frozenset(),
        )
