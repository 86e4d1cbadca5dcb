"""Documents as HTML: nothing in them acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.errors import RecordError
from burdenshare.web.views import written as module
from burdenshare.web.views.written import written


def test_a_document_that_tries_is_shown_as_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECKOUT", tmp_path)
    text = (
        "# A <b>head</b>\n\n<script>alert(1)</script>\n\n[go](javascript:alert(1)) [away](other.md) [on](https://a.b)\n\n"
        "|a|b|\n|:-:|--:|\n|1|2|\n"
    )
    (tmp_path / "hostile.md").write_text(text, encoding="utf-8")
    made = written("hostile.md")
    assert "<script" not in made and "<b>" not in made and "javascript:" not in made.replace("(javascript:", "")
    assert "style=" not in made and 'role="region"' in made
    assert '<a href="https://a.b">on</a>' in made and "<span>away</span>" in made


def test_a_document_there_is_not_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECKOUT", tmp_path)
    with pytest.raises(RecordError):
        written("nothing.md")
