"""The other yardstick: plantuml-markdown as it comes, one JVM a diagram."""

import os
import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path

from markdown import Markdown

from generator.publish.engine import engine


def draw_the_default_way(texts: Mapping[str, str]) -> None:
    """Converts a page with one fence a diagram, drawn by plantuml-markdown's own command."""
    chosen = engine()
    command = shlex.join([str(chosen.java), "-jar", str(chosen.jar)])
    fences = "\n\n".join(
        f"```plantuml\n{text.removeprefix('@startuml').removesuffix('@enduml')}\n```"
        for text in texts.values()
    )
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "plantuml"
        script.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
        os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
        settings = {"plantuml_markdown": {"plantuml_cmd": "plantuml", "format": "svg_inline"}}
        page = Markdown(extensions=["plantuml_markdown"], extension_configs=settings)
        html = page.convert(fences)
    if html.count("<svg") < len(texts):
        message = f"plantuml-markdown drew {html.count('<svg')} of {len(texts)} diagrams"
        raise RuntimeError(message)
