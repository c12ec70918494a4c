"""The command that plantuml-markdown calls for a fence in a chapter: ``handbook-plantuml``.

It reads PlantUML text and writes inline SVG, from the same renderer and the same cache as
every other diagram; a build has drawn the fences before MkDocs asks for them. Both ways it
speaks UTF-8, which plantuml-markdown expects whatever the locale is.
"""

import os
import sys
from pathlib import Path

from generator.publish.engine import NoEngineError
from generator.publish.pictures import DrawingError
from generator.publish.plantuml import draw
from generator.publish.svg import inline

CACHE = "HANDBOOK_DIAGRAMS"
"""The environment variable that names the folder of finished pictures."""


def main() -> int:
    """Draws standard input; 1 with the reason on standard error when it cannot be drawn."""
    text = sys.stdin.buffer.read().decode("utf-8")
    try:
        pictures = draw({"fence": text}, Path(os.environ.get(CACHE, "build/diagrams")))
    except (DrawingError, NoEngineError) as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(fence_picture(pictures["fence"]).encode("utf-8"))
    return 0


def fence_picture(svg: str) -> str:
    """A finished picture as plantuml-markdown takes it, which wants a ``style`` on the root."""
    return inline(svg, "fence", title="PlantUML", root="")


if __name__ == "__main__":
    sys.exit(main())
