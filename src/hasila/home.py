"""Where hasila keeps what belongs to one user: register, archive, loaded gazetteers, settings."""

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """
    The folder `$HASILA_HOME`, or the platform's folder for user data. It need not exist yet.

    >>> os.environ["HASILA_HOME"] = "/srv/desk"
    >>> home().as_posix()
    '/srv/desk'
    >>> del os.environ["HASILA_HOME"]
    """
    told = os.environ.get("HASILA_HOME")
    return Path(told).expanduser() if told else Path(platformdirs.user_data_dir("hasila", appauthor=False))
