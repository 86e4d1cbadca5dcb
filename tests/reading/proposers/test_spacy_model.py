"""A spaCy model that is asked for proposals. spaCy is an extra and not installed here: a stand-in plays its part, and
where it is installed the real one is asked too."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from burdenshare.errors import InputError, ProposerError
from burdenshare.reading.model import Document
from burdenshare.reading.proposers.spacy_model import SpacyModel

TEXT = "Poland spent 4.12 percent of GDP in 2024. Prices rose 60 percent. In all, $485 billion came from Europe."
LABELS = {"Poland": "GPE", "Europe": "LOC", "4.12 percent": "PERCENT", "60 percent": "PERCENT", "$485 billion": "MONEY"}


@dataclass
class Entity:
    text: str
    start_char: int
    label_: str

    @property
    def end_char(self) -> int:
        return self.start_char + len(self.text)


def parsed(text: str) -> Any:
    """What a model would make of the text."""
    sentences = []
    for found in re.finditer(r"\S.*?\.(?=\s|$)", text):
        names = [(found.start() + found[0].index(name), name) for name in LABELS if name in found[0]]
        sentences.append(SimpleNamespace(ents=[Entity(name, at, LABELS[name]) for at, name in sorted(names)]))
    return SimpleNamespace(text=text, sents=sentences)


def stand_in(monkeypatch: pytest.MonkeyPatch, load: Any) -> None:
    module = ModuleType("spacy")
    vars(module)["load"] = load
    monkeypatch.setitem(sys.modules, "spacy", module)


def test_figures_are_proposed_with_the_nearest_body_of_their_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(monkeypatch, lambda path: parsed)
    found = SpacyModel(str(tmp_path)).propose(Document("own", TEXT))
    assert [(one.subject, one.value, one.unit, one.words) for one in found] == [
        ("Poland", 4.12, "%", "Poland spent 4.12 percent"),
        ("Europe", 485e9, "USD", "$485 billion came from Europe"),
    ]
    assert all(TEXT[one.start : one.end] == one.words for one in found)


def test_only_a_folder_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded: list[object] = []
    stand_in(monkeypatch, loaded.append)
    SpacyModel(str(tmp_path))
    for path in ("", "en_core_web_sm", str(tmp_path / "none")):
        with pytest.raises(InputError, match="no folder with a spaCy model"):
            SpacyModel(path)
    assert loaded == [tmp_path]


def test_missing_spacy_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(InputError, match=re.escape("spaCy is not installed; pip install 'burdenshare[spacy]'")):
        SpacyModel(str(tmp_path))


def failing(*_: object) -> Any:
    raise ValueError("\x1b[31mwhatever\x1b[0m")


def test_folder_without_a_model_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, failing)
    with pytest.raises(InputError, match=r"no spaCy model \(ValueError\)"):
        SpacyModel(str(tmp_path))


def test_model_that_fails_is_a_proposer_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, lambda path: failing)
    with pytest.raises(ProposerError, match=r"spaCy failed \(ValueError\)"):
        SpacyModel(str(tmp_path)).propose(Document("own", TEXT))


@pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is an extra and not installed")
def test_real_spacy(tmp_path: Path) -> None:
    import spacy

    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    rules = model.add_pipe("entity_ruler")
    rules.add_patterns([{"label": label, "pattern": words} for words, label in LABELS.items()])
    model.to_disk(tmp_path / "model")
    found = SpacyModel(str(tmp_path / "model")).propose(Document("own", TEXT))
    assert [(one.subject, one.value) for one in found] == [("Poland", 4.12), ("Europe", 485e9)]
