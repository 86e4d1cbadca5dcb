"""Scenarios of the chain made in a test: a file's text and the texts of its tables."""

from __future__ import annotations

from collections.abc import Mapping

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.chain.door import named_chain
from burdenshare.road.chain.model import Linked
from burdenshare.road.chain.scenario import Opened, read_chain

HEAD = 'title = "one"\n[[target]]\nvalue = 3.5\nby = 2035\n'
GUNS = '[industry]\nallies = ["DEU"]\nuntil = 2034\n[[industry.buy]]\nitem = "caesar"\nshare = 2\n'
ORDERS = """item,year,value,unit,source
caesar,2027,60,guns,mine
caesar,2028,60,guns,mine
"""
DELIVERIES = """item,year,low,central,high,unit,source
leopard-2,2028,100,120,140,tanks,mine
leopard-2,2029,100,120,140,tanks,mine
"""
MONEY = """year,value,unit,source
2027,4000000000,USD of 2026,mine
2028,4000000000,USD of 2026,mine
"""
REQUIREMENTS = """id,title,items,value,unit,source
guns,some guns,caesar,60,guns,mine
tanks,some tanks,leopard-2,200,tanks,mine
"""
SHARES = """ally,year,value,unit,source
Germany,2028,3,% of GDP,mine
Germany,2032,2.5,% of GDP,mine
"""
HORIZONS = """key,stated_by,stated_on,about,source,feared,speaker,low_years,high_years,weight
mine,me,2026-01-01,an attack,mine,attack_on_ally,institute,1,3,2
"""


def opened(tables: Mapping[str, str]) -> Opened:
    """What opens tables that stand in no folder."""

    def read(name: str) -> str:
        if name not in tables:
            raise InputError("No such file or directory", where=name, remedy="give a file that can be read")
        return tables[name]

    return read


def linked(text: str, tables: Mapping[str, str], record: Record) -> Linked:
    """A scenario with its tables; `[tables]` names each by its part."""
    section = "".join(f'{part} = "{part}.csv"\n' for part in tables)
    whole = text + (f"[tables]\n{section}" if tables else "")
    return named_chain(
        record, read_chain(whole, "one.toml", opened({f"{part}.csv": one for part, one in tables.items()}))
    )
