"""Drawings: the same bytes every time, fit for a page, and nothing ever fetched."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.charts.inline import SPACE, sanitised
from burdenshare.report.charts.telling import alt
from tests.report.charts.plots import KINDS, plot_of

pytest.importorskip("altair", reason="the extra `web` is not installed")
pytest.importorskip("vl_convert", reason="the extra `web` is not installed")

from burdenshare.report.charts import drawing
from burdenshare.report.charts.figure import figure_of
from burdenshare.report.charts.specs import spec_of

PNG = b"\x89PNG\r\n\x1a\n"
PLAIN: dict[str, Any] = {"mark": "point", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a"}}}


@pytest.mark.parametrize("frame", ["wide", "narrow"])
@pytest.mark.parametrize("kind", KINDS)
def test_svg_is_named_described_and_inert(record: Record, kind: str, frame: str) -> None:
    plot = plot_of(record, kind)
    drawn = drawing.svg(spec_of(plot, frame=frame))
    root = etree.fromstring(drawn)
    assert root.get("role") == "img"
    named = {one.get("id"): one.text for one in root.iter(f"{{{SPACE}}}title", f"{{{SPACE}}}desc")}
    assert list(named) == (root.get("aria-labelledby") or "").split()
    assert alt(plot) in named.values()
    assert not re.search(r"<script|<style|style=|<image|<a |href|\bon\w+=|NaN|undefined", drawn)
    assert float(root.get("width") or 0) == {"wide": 720, "narrow": 320}[frame]


def test_drawings_are_kept_and_the_same(record: Record) -> None:
    spec = spec_of(plot_of(record, "releases"))
    first = drawing.svg(spec)
    assert drawing.svg(dict(reversed(spec.items()))) is first
    drawing._svg.cache_clear()
    assert drawing.svg(spec) == first


def test_png_grows_with_its_scale(record: Record) -> None:
    spec = spec_of(plot_of(record, "allies"))
    small, large = drawing.png(spec, 1), drawing.png(spec, 2)
    assert small.startswith(PNG) and large.startswith(PNG)
    assert int.from_bytes(large[16:20], "big") == 2 * int.from_bytes(small[16:20], "big") == 1440
    for scale in (0, -1, 5, float("nan")):
        with pytest.raises(InputError, match="a scale of"):
            drawing.png(spec, scale)


@pytest.mark.parametrize(
    "spec",
    [
        {**PLAIN, "data": {"url": "https://example.org/a.json"}},
        {**PLAIN, "data": {"url": "data:text/csv,a%0A1"}},
        {**PLAIN, "encoding": {"href": {"value": "https://example.org"}}},
        {**PLAIN, "usermeta": {"embedOptions": {"loader": {}}}},
    ],
)
def test_a_specification_that_leads_anywhere_is_refused(spec: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="inline"):
        drawing.svg(spec)


def test_an_image_is_drawn_out(record: Record) -> None:
    spec = {**PLAIN, "mark": {"type": "image"}, "encoding": {**PLAIN["encoding"]}}
    assert "<image" not in drawing.svg(spec)


def test_what_vega_lite_refuses_is_one_line() -> None:
    with pytest.raises(InputError, match="cannot be drawn") as refused:
        drawing.svg({"mark": 7})
    assert "\n" not in refused.value.line()
    with pytest.raises(InputError, match="not JSON"):
        drawing.svg({"mark": float("nan")})


def test_a_hostile_drawing_comes_out_clean() -> None:
    drawn = (
        f'<svg xmlns="{SPACE}" xmlns:x="http://www.w3.org/1999/xlink" width="1" onload="x()"><script>x()</script>'
        '<a x:href="javascript:x()"><text>t</text></a><foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/>'
        '</foreignObject><path d="M0,0" fill="url(https://example.org)" style="color:red" id="p"/>'
        '<path clip-path="url(#p)" stroke="#0072b2"/></svg>'
    )
    clean = sanitised(drawn, title="a <b>", description="c & d\x00")
    assert not re.search(r"script|onload|href|foreignObject|example\.org|style", clean)
    assert "a &lt;b&gt;" in clean and "c &amp; d<" in clean
    own = re.search(r' id="(c\w+-p)"', clean)
    assert own is not None and f"url(#{own[1]})" in clean
    assert 'class="s-line"' in clean
    for bad in ("<svg", "<html/>"):
        with pytest.raises(InputError, match="no SVG"):
            sanitised(bad, title="", description="")


def test_a_figure_escapes_what_it_is_told(record: Record) -> None:
    made = figure_of(plot_of(record, "years"), spec='/a?b="c"&d', caption="<i>e</i>")
    assert 'data-spec="/a?b=&#34;c&#34;&amp;d"' in made
    assert "&lt;i&gt;e&lt;/i&gt;" in made
    assert made.count("<svg") == 2
    assert len(set(re.findall(r' id="([^"]+)"', made))) == made.count(' id="')
    assert "data-spec" not in figure_of(plot_of(record, "years"))
