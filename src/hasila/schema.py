"""JSON Schema of the records that hasila writes, generated from the model."""

from typing import Any

from hasila.model.claim import Claim, EventMention, Reading
from hasila.model.incident import Incident
from hasila.model.judgement import Judgement
from hasila.model.record import Record
from hasila.model.report import Report

RECORDS: tuple[type[Record], ...] = (Report, Claim, EventMention, Reading, Incident, Judgement)


def schemas() -> dict[str, dict[str, Any]]:
    """
    The schema of each record by its name in lower case, as it is written: every field is required.

    >>> schemas()["claim"]["properties"]["outcome"]["enum"][0]
    'killed'
    """
    return {record.__name__.lower(): _schema(record) for record in RECORDS}


def _schema(record: type[Record]) -> dict[str, Any]:
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**about, **record.model_json_schema(mode="serialization", by_alias=True)}
