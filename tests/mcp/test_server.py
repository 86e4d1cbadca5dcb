"""A real client talks to the real process: what assistants see."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from mcp import Client, StdioServerParameters, stdio_client

TEXT = "NATO has 32 members. Germany spent 2.1 % of GDP on defence in 2024."
ARTICLE = (Path(__file__).parent.parent.parent / "examples" / "ministers-meeting.txt").read_text(encoding="utf-8")
COMMAND = [sys.executable, "-m", "burdenshare", "mcp"]
Call = Callable[..., Awaitable[Any]]


def told(session: Callable[[Client, Call], Awaitable[None]]) -> None:
    """Run a session with a server of its own; `call` gives the result, or the one line of an error."""

    async def run() -> None:
        parameters = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])
        async with Client(stdio_client(parameters)) as client:

            async def call(name: str, **arguments: Any) -> Any:
                found = await client.call_tool(name, arguments)
                return found.content[0].text if found.is_error else found.structured_content  # type: ignore[union-attr]

            await session(client, call)

    asyncio.run(run())


def test_tools_are_described_and_answer_in_few_words() -> None:
    async def session(client: Client, call: Call) -> None:
        tools = (await client.list_tools()).tools
        assert [one.name for one in tools] == [
            *("check", "read", "explain", "record", "story", "alliance", "road", "scenarios", "clock"),
            *("industry", "requirements", "support"),
        ]
        for one in tools:
            assert len(one.description or "") > 80
            assert one.output_schema is not None
            assert one.annotations is not None
            assert one.annotations.read_only_hint

        checked = await call("check", text=TEXT, on="2025-02-13")
        assert [one["then"]["verdict"] for one in checked["statements"]] == ["supported", "supported"]
        assert checked["statements"][1]["sources"][0]["address"].startswith("https://")
        whole = await call("check", text=ARTICLE, limit=5)
        rest = await call("check", text=ARTICLE, limit=100, skip=5)
        assert (rest["statements"][0]["id"], rest["more"]) == ("s6", 0)
        assert (len(whole["statements"]), whole["more"]) == (5, len(rest["statements"]))
        assert len(json.dumps(rest)) < 20_000
        wrong = await call("check", text=ARTICLE, verdict="contradicted")
        assert all("contradicted" in (one["then"]["verdict"], one["now"]["verdict"]) for one in wrong["statements"])

        read = await call("read", text=TEXT, on="2025-02-13")
        assert [one["words"] for one in read["statements"]] == ["32 members", TEXT[21:-1]]
        assert "then" not in read["statements"][0]
        explained = await call("explain", text=TEXT, on="2025-02-13", statement="s2")
        assert "release 2024-06" in explained["explanation"]

        value = await call("record", entity="Poland", measure="share_of_gdp", period="2024", as_of="2024-07-01")
        assert [(one["value"], one["release"]) for one in value["values"]] == [("4.12 %", "2024-06")]
        history = await call("record", entity="NATO", measure="allies_at_guideline", period="2024", history=True)
        assert [one["number"] for one in history["values"]][:2] == [23, 22]

        day = await call("alliance", on="2025-06-26", compare="2023-04-05", parts=["members"], limit=3)
        assert day["glance"][0] == "members: 32 members"
        assert day["parts"][0]["more"] > 20
        assert any("Sweden" in line for line in day["changes"])
        stories = await call("story", articles=[{"text": ARTICLE}, {"text": ARTICLE.replace("4.07", "4.7")}])
        assert any(part["title"] == "Copies" for part in stories["stories"][0]["parts"])

    told(session)


def test_a_promise_is_priced_in_few_words() -> None:
    async def session(client: Client, call: Call) -> None:
        asked = {"target": 3.5, "by": 2035, "on": "2025-09-01", "draws": 300}
        priced = await call("road", **asked, limit=3)
        assert priced["headline"].startswith("NATO: USD ") and "prices of 2025" in priced["headline"]
        assert [one["name"] for one in priced["prices"]] == ["NATO", "Europe", "Europe and Canada"]
        assert priced["more"] == 31
        assert " to " in priced["prices"][0]["extra"] and "points (" in priced["prices"][0]["debt"]
        assert priced["sources"][0]["address"].startswith("https://")
        assert priced["moved_by"] and priced["chance"] and any("Iceland" in one for one in priced["not_known"])
        assert len(json.dumps(priced)) < 6_000
        own = await call("road", toml='title = "x"\n[[target]]\nvalue = 3\nby = 2030\n', allies=["germany"], draws=0)
        assert own["headline"].startswith("Germany")
        offered = (await call("scenarios"))["scenarios"]
        assert [one["name"] for one in offered][:2] == ["hold", "plans"]

    told(session)


def test_support_is_told_in_few_words() -> None:
    async def session(client: Client, call: Call) -> None:
        told = await call("support", donors=["Germany", "BALTIC"], since="2025-01", kind="military", limit=3)
        assert told["headline"].startswith("Germany allocated EUR 13.21 bn")
        assert told["told_by"].startswith("release 29 of 2026-08-04, 2025-01 to 2026-04: sums of its monthly rows")
        assert [one["name"] for one in told["donors"]] == ["the Baltic states", "Germany", "Lithuania"]
        assert (told["donors"][1]["place"], told["donors"][1]["share"]) == ("1", "0.359 % (outlook)")
        assert told["more"] == 2 and told["rose_and_fell"][1].startswith("Germany: rose, 5.1 times")
        assert told["sources"][0]["address"].startswith("https://")
        price = await call("support", scenario="quarter-percent", limit=2)
        assert "EUR 109.4 bn more in 2027" in price["headline"] and not price["donors"]
        assert any("Albania" in one for one in price["not_known"])
        own = await call("support", give=0.5, since="2027-01", donors=["Spain"])
        assert own["prices"][0]["name"] == "Spain" and " → 0.500" in own["prices"][0]["share"]
        then = await call("support", on="2024-05-01")
        assert then["told_by"] == "dated pages" and "EUR 89.9 bn" in then["headline"]
        assert len(json.dumps(price)) < 5_000

    told(session)


def test_industry_is_told_in_few_words() -> None:
    async def session(client: Client, call: Call) -> None:
        told = await call("industry", items=["caesar"], money="EUR 2bn", price="EUR 5m-8m", draws=200)
        assert "all that is ordered is there by" in told["items"][0]["headline"]
        assert told["items"][0]["makers"][0]["rows"] and told["items"][0]["sources"]
        wanted = await call("requirements", draws=200, limit=4)
        assert all(one["met"] for one in wanted["requirements"]) and wanted["more"] == 16

    told(session)


def test_errors_are_one_clear_line_and_the_server_goes_on() -> None:
    async def session(_: Client, call: Call) -> None:
        lines = {
            "nothing was given": await call("check"),
            "both were given": await call("check", text=TEXT, link="https://example.org"),
            "not a day": await call("check", text=TEXT, on="yesterday"),
            "in the future": await call("check", text=TEXT, on="2999-01-01"),
            "only public addresses": await call("read", link="http://127.0.0.1/"),
            "is not fetched": await call("read", link="/etc/passwd"),
            "did you mean Poland": await call("record", entity="Polnd", measure="share_of_gdp", period="2024"),
            "holds it": await call("record", entity="Poland", measure="share_of_gdp", period="1924"),
            "limit: ": await call("check", text=TEXT, limit=0),
            "it has s1 to s2": await call("explain", text=TEXT, on="2025-02-13", statement="s9"),
            "unknown part": await call("alliance", parts=["nobody"]),
            "give 1 to 60": await call("story", articles=[]),
            "not exactly one": await call("road"),
            "scenario '../../etc/passwd'": await call("road", scenario="../../etc/passwd"),
            "nested too deeply": await call("road", toml='title = "x"\na = ' + "[" * 9000),
            "no defence expenditure of Iceland": await call("road", target=3, by=2030, allies=["Iceland"]),
            "did you mean Germany": await call("support", donors=["Germny"]),
            "scenario '../x.toml'": await call("support", scenario="../x.toml"),
            "two scenarios": await call("support", scenario="germany-stops", toml="title = 1"),
            "unknown item": await call("industry", items=["tankz"]),
            "scenario of the industry '../x.toml'": await call("requirements", scenario="../x.toml"),
            "unknown road (toml) '/etc/x.toml'": await call("industry", toml='title = "x"\nroad = "/etc/x.toml"'),
            "unknown requirement 'moons'": await call("clock", requirements=["moons"]),
            "unknown issue": await call("story", articles=[{"text": TEXT}], issue="weather"),
        }
        for part, line in lines.items():
            assert isinstance(line, str), part
            assert part in line
            assert "\n" not in line
            assert "Traceback" not in line
            assert "--" not in line
        assert (await call("read", text=TEXT))["statements"]

    told(session)


def test_standard_output_carries_the_protocol_alone() -> None:
    hello = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
    asked = {
        "jsonrpc": "2.0",
        "id": 2,
        "method": "tools/call",
        "params": {"name": "check", "arguments": {"text": TEXT, "on": "2025-02-13"}},
    }
    lines = [hello, {"jsonrpc": "2.0", "method": "notifications/initialized"}, asked]
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("".join(json.dumps(one) + "\n" for one in lines).encode())
        process.stdin.flush()
        answers = [json.loads(process.stdout.readline()) for _ in range(2)]
        process.stdin.close()
        assert process.wait(timeout=30) == 0
        assert process.stdout.read() == b""
        assert process.stderr.read() == b""
    assert [one["id"] for one in answers] == [1, 2]
    assert answers[0]["result"]["serverInfo"]["name"] == "burdenshare"
