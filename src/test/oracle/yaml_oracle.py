"""What PyYAML's SafeLoader makes of YAML: one JSON text per line in, one JSON result per line out.

A value is [type, content]. Numbers come as what decides their equality: an int's digits, a float's bits. Dates and binary come as their source
text, which is what the plugin keeps of them, once PyYAML has accepted them.
"""

import json
import struct
import sys

import yaml


class Source:
    """A scalar that was converted, and is shown by its source text."""

    def __init__(self, kind, text, value):
        self.kind, self.text, self.value = kind, text, value

    def __eq__(self, other):
        return isinstance(other, Source) and self.value == other.value

    def __hash__(self):
        return hash(self.value)


class Loader(yaml.SafeLoader):
    def timestamp(self, node):
        return Source("timestamp", node.value, self.construct_yaml_timestamp(node))

    def binary(self, node):
        return Source("binary", node.value, self.construct_yaml_binary(node))


Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.timestamp)
Loader.add_constructor("tag:yaml.org,2002:binary", Loader.binary)


def neutral(value):
    if value is None:
        return ["null", ""]
    if isinstance(value, Source):
        return [value.kind, value.text]
    if isinstance(value, bool):
        return ["bool", str(value).lower()]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", "nan" if value != value else struct.pack(">d", value).hex()]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, list):
        return ["seq", [neutral(item) for item in value]]
    if isinstance(value, tuple):
        return ["map", [[neutral(value[0]), neutral(value[1])]]]
    if isinstance(value, set):
        return ["set", sorted(neutral(item) for item in value)]
    if isinstance(value, dict):
        return ["map", [[neutral(key), neutral(item)] for key, item in value.items()]]
    raise TypeError(type(value))


def answer(text):
    try:
        return {"value": neutral(yaml.load(text.encode("utf-8", "surrogatepass"), Loader))}
    except Exception as e:  # PyYAML lets ValueError, KeyError, IndexError and others through
        return {"error": type(e).__name__ + ": " + str(e)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
