"""YAML files -> the handbook, what is wrong with them, and where everything stands."""

from generator.load.loader import Loaded, load, load_texts

__all__ = ["Loaded", "load", "load_texts"]
