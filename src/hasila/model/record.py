"""What all records share: they are closed (no unknown keys) and frozen (nothing changes after it is made)."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Record):
    """Words of a report, verbatim, with their half-open interval of code points in the report's words."""

    text: str
    start: int
    end: int
