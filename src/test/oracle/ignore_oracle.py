"""How the Azure ML client takes a line of an ignore file: one {"line", "path"} per line in, one answer per line out.

The answer is "excluded", "included", "unmatched" or "error".
"""

import json
import sys

from azure.ai.ml._utils._pathspec import GitWildMatchPattern


def answer(line, path):
    try:
        pattern = GitWildMatchPattern(line.rstrip())
    except Exception:  # an invalid pattern or regular expression: the client ends with it
        return "error"
    if pattern.include is None or pattern.match_file(path) is None:
        return "unmatched"
    return "excluded" if pattern.include else "included"


for question in map(json.loads, sys.stdin):
    print(json.dumps(answer(question["line"], question["path"])), flush=True)
