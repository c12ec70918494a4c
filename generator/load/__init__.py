"""YAML files -> the handbook, what is wrong with them, and where everything stands."""

from generator.load.loader import Loaded, load

__all__ = ["Loaded", "load"]
