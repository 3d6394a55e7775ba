"""CSV: UTF-8 with a byte order mark, so that LibreOffice and Excel show Arabic rightly; RFC 4180 line ends."""

import csv
from collections.abc import Iterable, Iterator

from hasila.export.cells import safe_cell
from hasila.export.columns import columns_of
from hasila.export.loss import Losses
from hasila.export.records import Row

_BYTE_ORDER_MARK = "\ufeff"


class _Line:
    """What csv.writer writes to: it keeps one line."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def csv_lines(rows: Iterable[Row], header: Row, grid: float | None, losses: Losses) -> Iterator[str]:
    """
    The lines of the table: a head, then one for each row. `header` is any row of its kind: it gives the columns.

    A table of no rows has its head all the same.
    """
    line = _Line()
    write = csv.writer(line, lineterminator="\r\n").writerow
    write(columns_of(header, grid, Losses()))
    yield _BYTE_ORDER_MARK + line.text
    for row in rows:
        cells = columns_of(row, grid, losses)
        write([safe_cell(value, field, row.id, losses) for field, value in cells.items()])
        yield line.text
