"""MkDocs, called in this process on a prepared handbook: built beside, then swapped in."""

from generator.builder.running import BuildError, serve
from generator.builder.whole import build

__all__ = ["BuildError", "build", "serve"]
