"""A PlantUML server, for who runs one: text goes there over HTTP, a picture comes back."""

import zlib
from base64 import b64encode
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PLANTUML = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_PATIENCE = 60

Fault = tuple[str, int | None]


def from_server(server: str, text: str) -> tuple[str, Fault | None]:
    """The picture of a text, or what the server says is wrong and in which line."""
    try:
        with urlopen(f"{server}/svg/{encoded(text)}", timeout=_PATIENCE) as answer:  # noqa: S310
            return answer.read().decode(), None
    except HTTPError as error:
        line = error.headers.get("X-PlantUML-Diagram-Error-Line", "")
        message = error.headers.get("X-PlantUML-Diagram-Error") or str(error)
        return "", (message, int(line) if line.isdecimal() else None)
    except (URLError, OSError, UnicodeDecodeError) as error:
        return "", (str(error), None)


def encoded(text: str) -> str:
    """A text as it stands in a PlantUML server's addresses: raw deflate, base 64, own letters."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(text.encode()) + packer.flush()
    padded = packed + b"\0" * (-len(packed) % 3)
    return b64encode(padded).decode().translate(str.maketrans(_BASE64, _PLANTUML))
