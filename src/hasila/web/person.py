"""Who sits at the desk, and what time it is. Teams with accounts will answer the first question otherwise."""

import getpass
import os
from datetime import UTC, datetime


def person() -> str:
    """The name that judgements are signed with: `$HASILA_USER`, or the name of the account on this machine."""
    told = os.environ.get("HASILA_USER", "").strip()
    if told:
        return told
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
