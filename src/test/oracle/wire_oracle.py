"""What the Azure ML client sends for a definition: one JSON object per line in, one JSON result per line out.

Asked for {"path", "kind"}, the absolute path of a definition and what it is, it answers with {"puts"}: every PUT in its order as {"path", "body"},
where the path begins behind the workspace; or with {"error"}, what the client ends with. Nothing leaves this process: an adapter below the client
answers for a workspace that has every asset that is asked for, and all code already.
"""

import base64
import io
import json
import logging
import os
import sys
import urllib.parse
from pathlib import Path

import requests
import requests.adapters
import yaml

NONE = "00000000-0000-0000-0000-000000000000"
WORKSPACE = f"/subscriptions/{NONE}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws"
puts = []
stored = {}


def asset(path, kind, name, version):
    """A version that was there before."""
    if path in stored:
        return stored[path]
    properties = {"description": None, "tags": {}, "properties": {}, "isArchived": False, "isAnonymous": False}
    if kind == "codes":
        properties["codeUri"] = "https://account.blob.core.windows.net/code/" + name
    elif kind == "components":
        properties["componentSpec"] = {
            "name": name, "version": version, "type": "command", "command": "true", "environment": "azureml:AzureML-x:1",
            "inputs": {}, "outputs": {}, "_source": "YAML.COMPONENT",
        }
    elif kind == "environments":
        properties["image"] = "example.org/image"
    elif kind == "data":
        properties.update({"dataType": "uri_folder", "dataUri": "azureml://datastores/workspaceblobstore/paths/" + name})
    elif kind == "models":
        properties.update({"modelType": "custom_model", "flavors": {}, "modelUri": "azureml://datastores/workspaceblobstore/paths/" + name})
    return {"id": path, "name": version, "type": "x", "properties": properties, "systemData": {}}


def get(path, query):
    if path == WORKSPACE:
        discovery = "https://westeurope.api.azureml.ms/discovery"
        return {"id": path, "name": "ws", "location": "westeurope", "properties": {"workspaceId": NONE, "discoveryUrl": discovery}}
    parts = path[len(WORKSPACE) + 1:].split("/")
    if parts[0] == "codes" and parts[2:] == ["versions"]:
        code = query["hash"][0]
        return {"value": [asset(f"{WORKSPACE}/codes/{code}/versions/1", "codes", code, "1")]}
    if parts[2:] == ["versions"]:
        return {"value": [asset(f"{path}/7", parts[0], parts[1], "7")]}
    if path in stored:
        return stored[path]
    if len(parts) == 4 and parts[2] == "versions" and parts[1] != "azureml_anonymous":
        return asset(path, parts[0], parts[1], parts[3])
    if len(parts) == 2 and parts[0] in ("data", "models", "components", "environments"):
        return {"id": path, "name": parts[1], "properties": {"latestVersion": "7"}}
    if parts[0] == "datastores":
        return {"id": path, "name": parts[1], "properties": {
            "datastoreType": "AzureBlob", "accountName": "account", "containerName": "container", "endpoint": "core.windows.net",
            "protocol": "https", "isDefault": True, "credentials": {"credentialsType": "AccountKey"}}}
    if parts[0] in ("batchEndpoints", "onlineEndpoints") and len(parts) == 2:
        return {"id": path, "name": parts[1], "location": "westeurope", "properties": {
            "authMode": "AADToken", "provisioningState": "Succeeded", "scoringUri": "https://x", "defaults": {}}}
    if parts[0] == "computes":
        return {"id": path, "name": parts[1], "location": "westeurope", "properties": {"computeType": "AmlCompute", "properties": {}}}
    return None


def put(path, body):
    puts.append({"path": path[len(WORKSPACE) + 1:], "body": json.loads(body)})
    kept = json.loads(body)
    kept.update({"id": path, "name": path.rsplit("/", 1)[-1], "type": "x", "systemData": {"createdAt": "2026-01-01T00:00:00Z"}})
    kept["properties"].setdefault("provisioningState", "Succeeded")
    if "/models/" in path:
        kept["properties"].setdefault("flavors", {})
    stored[path] = kept
    return kept


def answer(method, url, body):
    parsed = urllib.parse.urlparse(url)
    path, query = urllib.parse.unquote(parsed.path), urllib.parse.parse_qs(parsed.query)
    if parsed.hostname.endswith(".blob.core.windows.net"):
        return (404 if method in ("HEAD", "GET") else 200 if query.get("comp") == ["metadata"] else 201), None
    if parsed.hostname != "management.azure.com":
        return 200, {}
    if method == "PUT":
        return 200, put(path, body)
    if method == "POST" and path.endswith("/listSecrets"):
        return 200, {"secretsType": "AccountKey", "key": "a2V5"}
    found = get(path, query) if method == "GET" and path.startswith(WORKSPACE) else None
    return (404, {"error": {"code": "UserError", "message": "not found: " + path}}) if found is None else (200, found)


def send(_adapter, request, **_options):
    body = request.body.read() if hasattr(request.body, "read") else request.body
    status, content = answer(request.method, request.url, body)
    response = requests.Response()
    response.status_code, response.request, response.url = status, request, request.url
    response.headers.update({"Content-Type": "application/json", "ETag": '"1"', "Last-Modified": "Thu, 01 Jan 2026 00:00:00 GMT"})
    response.raw = io.BytesIO(b"" if content is None else json.dumps(content).encode())
    return response


requests.adapters.HTTPAdapter.send = send
logging.disable(logging.CRITICAL)
# Each of these would take the properties of a job from the repository that this script lies in.
os.environ["GIT_DIR"] = os.devnull

from azure.ai.ml import MLClient  # noqa: E402
from azure.ai.ml.entities import _load_functions as load  # noqa: E402
from azure.core.credentials import AccessToken  # noqa: E402


class Credential:
    def get_token(self, *scopes, **options):
        claims = base64.urlsafe_b64encode(json.dumps({"tid": "t", "oid": "o", "aud": "https://ml.azure.com"}).encode())
        return AccessToken("eyJhbGciOiJub25lIn0." + claims.decode().rstrip("=") + ".", 4102444800)


def deployment(path):
    kind = yaml.safe_load(Path(path).read_text(encoding="utf-8")).get("type")
    loaders = {"pipeline": load.load_pipeline_component_batch_deployment, "model": load.load_model_batch_deployment}
    return loaders.get(kind, load.load_batch_deployment)(path)


def publish(path, kind):
    client = MLClient(Credential(), NONE, "rg", "ws")
    os.chdir(Path(path).parent)
    {
        "job": lambda: client.jobs.create_or_update(load.load_job(path)),
        "component": lambda: client.components.create_or_update(load.load_component(path)),
        "environment": lambda: client.environments.create_or_update(load.load_environment(path)),
        "data": lambda: client.data.create_or_update(load.load_data(path)),
        "model": lambda: client.models.create_or_update(load.load_model(path)),
        "schedule": lambda: client.schedules.begin_create_or_update(load.load_schedule(path)),
        "batch_endpoint": lambda: client.batch_endpoints.begin_create_or_update(load.load_batch_endpoint(path)),
        "batch_deployment": lambda: client.batch_deployments.begin_create_or_update(deployment(path)),
        "online_endpoint": lambda: client.online_endpoints.begin_create_or_update(load.load_online_endpoint(path)),
        "online_deployment": lambda: client.online_deployments.begin_create_or_update(load.load_online_deployment(path)),
    }[kind]()


# The client reports progress on its standard output.
results, sys.stdout = sys.stdout, sys.stderr
for line in sys.stdin:
    puts.clear()
    stored.clear()
    question = json.loads(line)
    try:
        publish(question["path"], question["kind"])
        result = {"puts": puts}
    except BaseException as e:  # whatever it is, the client ends with it
        result = {"error": type(e).__name__ + ": " + str(e)}
    print(json.dumps(result), file=results, flush=True)
