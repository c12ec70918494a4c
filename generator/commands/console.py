"""What a command says, and where it writes."""

import sys
from pathlib import Path

from generator.language import Language
from generator.model.usage import UsageError


def say(language: Language, label: str, **blanks: object) -> None:
    """Says something about the run itself (``cli.<label>`` in the labels), beside its result."""
    print(language.label(f"cli.{label}", **blanks), file=sys.stderr, flush=True)


def write(text: str, output: str | Path | None) -> None:
    """Writes a result to a file, or to standard output without one.

    Raises:
        UsageError: when the file cannot be written.
    """
    if output:
        try:
            Path(output).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            message = f"{output} cannot be written: {error.strerror}"
            raise UsageError(message) from error
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
