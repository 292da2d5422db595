"""How Python's packaging library takes a dependency specifier: one JSON string per line in, one answer per line out.

The answer is null for a text that it refuses, else {"name", "extras", "specifiers", "url"}.
"""

import json
import sys

from packaging.requirements import InvalidRequirement, Requirement


def answer(text):
    try:
        requirement = Requirement(text)
    except InvalidRequirement:
        return None
    return {
        "name": requirement.name,
        "extras": sorted(requirement.extras),
        "specifiers": sorted({specifier.operator + specifier.version for specifier in requirement.specifier}),
        "url": requirement.url,
    }


for question in map(json.loads, sys.stdin):
    print(json.dumps(answer(question)), flush=True)
