"""Whether the handbook holds what an identifier names."""

from generator.model.handbook import Handbook


def known(handbook: Handbook, kinds: tuple[str, ...], identifier: str) -> bool:
    """Whether one of the kinds has the identifier, or could not be read."""
    return any(
        kind in handbook.unread
        or f"{kind}:{identifier}" in handbook.unread
        or handbook.find(f"{kind}:{identifier}") is not None
        for kind in kinds
    )
