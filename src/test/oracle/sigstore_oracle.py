"""Verifies bundles as Sigstore's own client does, without asking a network.

Reads one question a line from standard input, {"root", "bundle", "file", "identity", "issuer"}, of which the first three are
paths; answers {"verified", "reason"}. The question {} is answered with {"root"}, the path of the trusted root of the public
instance, which the client ships.
"""

import importlib.resources
import json
import pathlib
import sys

from sigstore.errors import Error
from sigstore.models import Bundle, TrustedRoot
from sigstore.verify import Verifier, policy

STORE = importlib.resources.files("sigstore").joinpath("_store")
PUBLIC = STORE.joinpath("https%3A%2F%2Ftuf-repo-cdn.sigstore.dev", "trusted_root.json")


def answer(question):
    if "bundle" not in question:
        return {"root": str(PUBLIC)}
    try:
        bundle = Bundle.from_json(pathlib.Path(question["bundle"]).read_bytes())
        Verifier(trusted_root=TrustedRoot.from_file(question["root"])).verify_artifact(
            pathlib.Path(question["file"]).read_bytes(),
            bundle,
            policy.Identity(identity=question["identity"], issuer=question["issuer"]),
        )
        return {"verified": True, "reason": ""}
    except Error as error:
        return {"verified": False, "reason": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
