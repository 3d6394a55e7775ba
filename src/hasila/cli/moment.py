"""A moment that a person types."""

from datetime import UTC, datetime, time

from hasila.cli.plain_errors import Plain


def moment(written: str | None) -> datetime | None:
    """
    A day (its last moment, UTC) or a time as ISO text; without a zone it is UTC. Raises `Plain`.

    >>> moment("2019-03-17").isoformat()
    '2019-03-17T23:59:59.999999+00:00'
    """
    if written is None:
        return None
    try:
        told = datetime.fromisoformat(written)
    except ValueError:
        raise Plain(f"«{written}» is no moment; write 2019-03-17 or 2019-03-17T21:40+03:00.") from None
    if len(written) == 10:
        told = datetime.combine(told.date(), time.max)
    return told if told.tzinfo else told.replace(tzinfo=UTC)
