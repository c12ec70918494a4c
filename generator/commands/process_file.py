"""The file of one process, as the commands that edit it need it."""

from collections.abc import Sequence

from generator.commands.console import write
from generator.commands.named import named
from generator.examination import Examined
from generator.load.in_place import Edit, edited
from generator.model.process import Process
from generator.model.usage import UsageError


def process_named(examined: Examined, identifier: str) -> Process:
    """The process with an identifier.

    Raises:
        UsageError: when there is none, naming the nearest one; or when the handbook cannot be
            read whole, so that nothing in it may be edited.
    """
    words, handbook = examined.language, examined.loaded.handbook
    if handbook is None:
        raise UsageError(words.label("process_file.unread"))
    return named(handbook.processes, identifier, words, "process_file")


def file_of(examined: Examined, process: Process) -> str:
    """The file of a process, relative to the repository."""
    return examined.loaded.readable.files[f"process:{process.id}"]


def edit_file(examined: Examined, process: Process, edits: Sequence[Edit]) -> None:
    """Writes edits into the file of a process; the rest of it stays byte for byte.

    Raises:
        CannotEditError: when the layout is too odd; its text has the lines to write by hand.
        UsageError: when the file cannot be written.
    """
    file = file_of(examined, process)
    path = examined.root / file
    text = path.read_bytes().decode("utf-8")
    write(edited(text, edits, path=file), path)
