"""How pip takes the text of a requirements file: one JSON string per line in, one answer per line out.

The answer has an object for each logical line: {"line": its number, "kind", "text"}. The kind is "named", "placed", "editable", "include",
"constraints", "setting" or "malformed"; a line with several options has the kind of the first in this order that it has.
"""

import json
import os
import sys
import tempfile

from pip._internal.exceptions import PipError
from pip._internal.req.constructors import parse_req_from_line
from pip._internal.req.req_file import OptionParsingError, get_line_parser, preprocess

# optparse says on standard error what it does not like, and pip looks for paths in the working directory.
os.chdir(tempfile.mkdtemp())


def requirement(text):
    try:
        return "placed" if parse_req_from_line(text, None).link else "named"
    except (PipError, ValueError, IndexError):
        return "malformed"


def kind(line):
    try:
        text, options = get_line_parser(None)(line)
    except OptionParsingError:
        return "malformed", line
    if text:
        return requirement(text), text
    if options.editables:
        return "editable", options.editables[0]
    if options.requirements:
        return "include", options.requirements[0]
    if options.constraints:
        return "constraints", options.constraints[0]
    return "setting", line


def answer(content):
    answers = []
    for number, line in preprocess(content):
        found, text = kind(line)
        answers.append({"line": number, "kind": found, "text": text})
    return answers


for question in map(json.loads, sys.stdin):
    print(json.dumps(answer(question)), flush=True)
