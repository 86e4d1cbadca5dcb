"""The extractors that ship: the only modules of this package that may open a connection or load a model.

Nothing imports them but the command line and a caller who asks for one.
"""

from __future__ import annotations

from collections.abc import Mapping

from burdenshare.errors import InputError
from burdenshare.reading.proposals import Proposer

SPACY = "spacy:"


def proposer_of(name: str, environment: Mapping[str, str]) -> Proposer:
    """The extractor called `name`: the URL of an OpenAI-compatible server, or `spacy:PATH` for a model in a folder.

    `environment` holds the key, the model and the patience for a server (`BURDENSHARE_PROPOSER_...`).
    Raises InputError for what is neither, or cannot be used.
    """
    if name.startswith(SPACY):
        from burdenshare.reading.proposers.spacy_model import SpacyModel

        return SpacyModel(name.removeprefix(SPACY))
    if name.startswith(("http://", "https://")):
        from burdenshare.reading.proposers.openai_compatible import of_environment

        return of_environment(name, environment)
    remedy = "give the URL of an OpenAI-compatible server (https://...), or spacy:PATH"
    raise InputError("not a proposer", where="--proposer", remedy=remedy)
