"""Views that a database of the record has beside its tables: the questions that are asked most, as SQL.

The SQL is plain enough for SQLite and DuckDB alike.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """One view: its name, what it shows, and its query."""

    name: str
    about: str
    sql: str


VIEWS = (
    View(
        "nato_newest",
        "NATO's figures, each from the newest dated release that holds the cell. July 2026 counts core expenditure,"
        " earlier releases the whole: see definition.",
        """SELECT ally, year, measure, price_basis, unit, value, estimate, release, released_on, definition, source
FROM (
  SELECT e.*, r.definition, row_number() OVER (
    PARTITION BY e.ally, e.year, e.measure, e.price_basis, e.unit ORDER BY e.released_on DESC, e.release DESC
  ) AS age
  FROM nato_expenditure AS e JOIN nato_releases AS r ON r.release = e.release
) AS aged WHERE age = 1""",
    ),
    View(
        "nato_revisions",
        "The same cell in one release and in the one before that holds it, and the change.",
        """SELECT ally, year, measure, price_basis, unit, release, value, before, value - before AS change
FROM (
  SELECT e.*, lag(value) OVER (
    PARTITION BY ally, year, measure, price_basis, unit ORDER BY released_on, release
  ) AS before
  FROM nato_expenditure AS e
) AS paired WHERE before IS NOT NULL""",
    ),
    View(
        "nato_at_guideline",
        "How many allies stood at or above 2 per cent of GDP in a release's own year, among the members of that year"
        " whose share the release holds: a release that the press printed in part holds only some.",
        """SELECT e.release, e.released_on, e.year, count(*) AS held,
  sum(CASE WHEN e.value >= 2.0 THEN 1 ELSE 0 END) AS at_guideline
FROM nato_expenditure AS e
JOIN nato_releases AS r ON r.release = e.release AND r.own_year = e.year
JOIN commitments_members AS m ON m.ally = e.ally
  AND CAST(substr(CAST(m.joined_on AS VARCHAR), 1, 4) AS INTEGER) <= e.year
WHERE e.measure = 'share_of_gdp'
GROUP BY e.release, e.released_on, e.year""",
    ),
    View(
        "macro_newest",
        "Macroeconomic figures, each from the newest vintage that holds the cell.",
        """SELECT entity, year, indicator, unit, value, projection, vintage, published_on, source
FROM (
  SELECT m.*, row_number() OVER (
    PARTITION BY entity, year, indicator ORDER BY published_on DESC, vintage DESC
  ) AS age
  FROM macro_macro AS m
) AS aged WHERE age = 1""",
    ),
    View(
        "aid_totals",
        "Aid to Ukraine since January 2022 by donor and release, in billion euros. Releases are never mixed, and a"
        " share of what the EU institutions give is no part of these rows.",
        """SELECT release, released_on, donor, measure, kind, period, value AS billion_euros, source
FROM support_support WHERE unit = 'billion EUR' AND period LIKE '2022-01-24/%'""",
    ),
    View(
        "office_holders",
        "Who held which office, with the names of places: the end is exclusive, and empty where none was read.",
        """SELECT o.person, o.office, o.entity, m.name AS ally, o."from", o."to", o.grade, o.source
FROM people_offices AS o LEFT JOIN commitments_members AS m ON m.ally = o.entity""",
    ),
)
