"""What a command says, and where it writes."""

import sys
from pathlib import Path

from generator.language import Language
from generator.model.usage import UsageError


def say(language: Language, label: str, **blanks: object) -> None:
    """Says something about the run itself (``cli.<label>`` in the labels), beside its result."""
    print(language.label(f"cli.{label}", **blanks), file=sys.stderr, flush=True)


def tell(line: str) -> None:
    """Says one line of the result."""
    write(f"{line}\n", None)


def check_base(base: str | None) -> None:
    """Refuses an empty ``--base``, such as that of a variable of CI that is not set.

    Raises:
        UsageError: when it is empty; None is an option that was left out.
    """
    if base == "":
        message = "--base: no commit was named"
        raise UsageError(message)


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
