"""The files that make charts live: made offline, the same every time, with a hash of their content."""

from __future__ import annotations

from hashlib import sha256

import pytest

from burdenshare.errors import UnknownNameError
from burdenshare.report.charts.runtime import asset


def test_our_own_files_come_with_their_hash() -> None:
    for name, kind in (("charts.js", "text/javascript"), ("charts.css", "text/css")):
        held = asset(name)
        assert held.media_type.startswith(kind)
        assert held.etag == f'"{sha256(held.body).hexdigest()[:16]}"'
        assert asset(name) is held
    with pytest.raises(UnknownNameError, match=r"did you mean charts\.js"):
        asset("chart.js")


def test_the_bundle_is_whole_and_kept() -> None:
    pytest.importorskip("vl_convert", reason="the extra `web` is not installed")
    held = asset("vega.js")
    text = held.body.decode("utf-8")
    for name in ("window.vegaEmbed", "window.vegaLite", "window.vega"):
        assert f"{name}=" in text
    assert "import " not in text.splitlines()[0][:50]
    assert asset("vega.js") is held


def test_our_own_files_reach_for_no_other_machine() -> None:
    for name in ("charts.js", "charts.css"):
        assert b"//" not in asset(name).body.replace(b" // ", b"")
