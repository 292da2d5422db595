"""What the Azure ML client would upload as code: one JSON object per line in, one JSON result per line out.

Asked for {"base", "code", "includes", "use"}, where the paths of code and includes are relative to base, it answers with the hash and with each
file's name and the SHA-256 of its content; or with the error that the client ends with. The use is COMPONENT; or JOB, which is no component; or
INCLUDES for a component without code, whose folder is then what is called code here.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

from azure.ai.ml._utils._asset_utils import get_content_hash, get_ignore_file, get_upload_files_from_folder
from azure.ai.ml.entities._component._additional_includes import AdditionalIncludes
from azure.ai.ml.entities._component.code import ComponentIgnoreFile


def upload(question):
    base = Path(question["base"]).resolve()
    if question["use"] == "JOB":
        code = (base / question["code"]).resolve()
        return listing(code, get_ignore_file(code))
    alone = question["use"] == "INCLUDES"
    folder = (base / question["code"]).resolve() if alone else base
    configs = [os.path.relpath(base / include, folder) for include in question["includes"]]
    includes = AdditionalIncludes(
        origin_code_value=None if alone else question["code"], base_path=folder, configs=configs
    )
    invalid = includes.validate()
    if not invalid.passed:
        raise ValueError(str(invalid.error_messages))
    with includes.merge_local_code_and_additional_includes() as code:
        return listing(code, ComponentIgnoreFile(code))


def listing(code, ignore_file):
    if Path(code).is_file():
        files = [(str(code), Path(code).name)]
    else:
        files = get_upload_files_from_folder(code, ignore_file=ignore_file)
    if not files:
        raise ValueError("the client refuses an empty folder")
    contents = {name: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path, name in files}
    return {"hash": get_content_hash(code, ignore_file), "files": contents}


for line in sys.stdin:
    try:
        answer = upload(json.loads(line))
    except Exception as e:  # whatever it is, the client ends with it
        answer = {"error": type(e).__name__ + ": " + str(e)}
    print(json.dumps(answer), flush=True)
