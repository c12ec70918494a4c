"""Diagrams: from the model to PlantUML text and to the same content as ordered text; pure."""

from generator.addresses import Addresses
from generator.diagrams.diagram import Diagram, Item
from generator.language import Language
from generator.model.handbook import Handbook

__all__ = ["Diagram", "Item", "diagrams_of"]


def diagrams_of(
    handbook: Handbook, language: Language, addresses: Addresses
) -> dict[str, Diagram]:
    """Every diagram of a handbook by key, in the order in which pages show them."""
    return {}
