"""How conda takes a package match specification: one JSON string per line in, one answer per line out.

The answer is null for a text that conda refuses or dies of, else {"name", "exact"}: whether one version alone satisfies it, or a digest or an
address names one file. Conda itself is not on PyPI; this is the copy of it that conda-lock carries.
"""

import importlib.util
import json
import sys
import warnings

# The package's own beginning imports all of conda-lock, which needs far more than conda does.
lock = importlib.util.find_spec("conda_lock")
sys.modules["conda_lock"] = importlib.util.module_from_spec(lock)

from conda_lock._vendor.conda.models.match_spec import MatchSpec  # noqa: E402
from conda_lock._vendor.conda.models.version import VersionSpec  # noqa: E402

warnings.simplefilter("ignore")


def answer(text):
    try:
        spec = MatchSpec(text)
        name = spec.get_raw_value("name")
        written = spec.get_raw_value("version")
        version = None if written is None else VersionSpec(written)
        # With a star, "exact" is deprecated, and there are newer condas that take it for a prefix.
        exact = version is not None and version.is_exact() and "*" not in version.spec_str
    except Exception:  # whatever it is, conda ends with it
        return None
    digest = any(spec.get_raw_value(key) for key in ("md5", "sha256", "url"))
    return {"name": name, "exact": digest or (exact and "*" not in name)}


for question in map(json.loads, sys.stdin):
    print(json.dumps(answer(question)), flush=True)
