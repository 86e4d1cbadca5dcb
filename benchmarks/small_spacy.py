"""A spaCy pipeline of the shape of the small English one, with weights that know nothing: it takes the same time.

The small model (`en_core_web_sm` 3.8) lies in no package index. What it costs is told by its published configuration:
two networks over hashed features (96 wide, four layers deep, a window of one), a tagger, a parser and a recogniser of
names of 64 units each. The same layers are built here and filled at random; every sentence goes through the same
sums, and only what comes out is worthless. It is taught one thing, that a sentence is a chain of words up to its full
stop, so that it hands on as many sentences as the model would. The model's rules for word classes and lemmas are left
out, which makes this one quicker.
"""

from __future__ import annotations

import importlib
from typing import Any

_EMBEDDING = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
_ENCODING = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_NETWORK = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBEDDING, "encode": _ENCODING}
_SHARED = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
_TAGS, _RELATIONS, _NAMES = 50, 45, 18
"""How many labels the model's tagger, parser and recogniser know."""


def _transitions(state: str, network: dict[str, Any]) -> dict[str, Any]:
    return {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": state,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": network,
        }
    }


def small_pipeline(spacy: Any) -> Any:
    """The pipeline, of a spaCy that the caller has imported; the same weights each time."""
    training: Any = importlib.import_module("spacy.training")
    spacy.util.fix_random_seed(1)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("tok2vec", config={"model": _NETWORK})
    tagger = pipeline.add_pipe(
        "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": _SHARED}}
    )
    parser = pipeline.add_pipe("parser", config=_transitions("parser", _SHARED))
    names = pipeline.add_pipe("ner", config=_transitions("ner", _NETWORK))
    for pipe, count in ((tagger, _TAGS), (parser, _RELATIONS), (names, _NAMES)):
        for number in range(count):
            pipe.add_label(f"L{number}")
    examples = [
        training.Example.from_dict(pipeline.make_doc(text), _chained(pipeline.make_doc(text))) for text in _TOLD
    ]
    optimizer = pipeline.initialize()
    for _ in range(_ROUNDS):
        pipeline.update(examples, sgd=optimizer)
    return pipeline


def _chained(words: Any) -> dict[str, list[Any]]:
    """Every word hangs on the one before it; the first of a sentence on nothing."""
    starts = [at == 0 or words[at - 1].text == "." for at in range(len(words))]
    heads = [at if starts[at] else at - 1 for at in range(len(words))]
    return {"heads": heads, "deps": ["ROOT" if first else f"L{at % _RELATIONS}" for at, first in enumerate(starts)]}


_ROUNDS = 60
_TOLD = (
    "The minister said that spending would rise. He did not say by how much, nor when the plan would come.",
    "Poland spends 4.1 percent of GDP on its armed forces. Spain spent 1.3 percent last year, the alliance said.",
    "Allies agreed on a new target at the summit. It is due by 2035. Some of them, however, have asked for more time.",
)
