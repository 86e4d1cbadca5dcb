"""The build of a wheel with compiled modules in it, where it is asked to: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=true`,
and trained with `BURDENSHARE_TRAINED=true` beside it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class NativeModules(BuildHookInterface[Any]):
    """Compiles the package's modules and lays them beside their sources: Python takes the compiled ones."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; an editable installation stays Python's, since its sources are there to be changed."""
        if version == "editable":
            self.app.display_warning("an editable installation is not compiled: its sources are there to be changed")
            return
        sys.path.insert(0, self.root)
        from tools.native.building import TRAINING, built

        self._work = Path(tempfile.mkdtemp(prefix="burdenshare-native-"))
        training = TRAINING if os.environ.get("BURDENSHARE_TRAINED", "").lower() in {"1", "true"} else ()
        for path in built(Path(self.root, "src", "burdenshare"), self._work, training=training):
            build_data["force_include"][str(path)] = path.relative_to(self._work / "made").as_posix()
        build_data["infer_tag"] = True
        build_data["pure_python"] = False

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The folder of the build goes with it."""
        if version != "editable":
            shutil.rmtree(self._work, ignore_errors=True)
