"""What can be asked of is told as it is."""

from __future__ import annotations

from burdenshare.corpus.asking.asking import Asking
from burdenshare.corpus.asking.tables import told


def test_every_table_and_view_is_told_with_the_columns_it_has(asked_news: Asking) -> None:
    for name, about, columns in told():
        assert about
        found = [row[0] for row in asked_news.ask(f'DESCRIBE "{name}"').rows]
        assert not columns or [column for column, _ in columns] == found
    views = "SELECT view_name FROM duckdb_views() WHERE NOT internal UNION SELECT table_name FROM duckdb_tables()"
    held = {row[0] for row in asked_news.ask(views).rows}
    assert held == {name for name, _, _ in told()} | {"sketches"}
