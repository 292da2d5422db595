"""What the Azure ML client would upload as the code of a component: one JSON object per line in, one JSON result per line out.

Asked for {"base", "code", "includes"}, where the paths of code and includes are relative to base, it answers with the hash and with each file's
name and the SHA-256 of its content; or with the error that the client ends with.
"""

import hashlib
import json
import sys
from pathlib import Path

from azure.ai.ml._utils._asset_utils import get_content_hash, get_upload_files_from_folder
from azure.ai.ml.entities._component._additional_includes import AdditionalIncludes
from azure.ai.ml.entities._component.code import ComponentIgnoreFile


def upload(question):
    includes = AdditionalIncludes(
        origin_code_value=question["code"], base_path=Path(question["base"]).resolve(), configs=question["includes"]
    )
    invalid = includes.validate()
    if not invalid.passed:
        raise ValueError(str(invalid.error_messages))
    with includes.merge_local_code_and_additional_includes() as code:
        ignore_file = ComponentIgnoreFile(code)
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
