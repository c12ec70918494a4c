"""What YAML may write shorter than the model holds it."""

import re
from typing import Any

_OBJECT_STATE = re.compile(r"^(?P<object>[^\[\]]+)(?:\[(?P<state>[^\[\]]+)\])?$")


def object_state_from_text(value: Any) -> Any:
    """``ticket [open]`` as an object and its state; anything else as it is."""
    if isinstance(value, str) and (match := _OBJECT_STATE.match(value.strip())):
        state = match["state"]
        return {"object": match["object"].strip(), "state": state.strip() if state else None}
    return value


def one_or_many(value: Any) -> Any:
    """One word as a list of one; anything else as it is."""
    return [value] if isinstance(value, str) else value
