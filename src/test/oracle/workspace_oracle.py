"""Publishes definitions with the Azure ML client, to the emulator: one JSON object per line in, one JSON result per line out.

Asked for {"kind", "path", "subscription", "group", "workspace"}, it creates what the file defines, as `az ml <kind> create --file <path>` does, and
answers with its id; or with the error that the client ends with. Who signs in, and where, is in the environment.
"""

import json
import os
import socket
import sys

os.environ["AZURE_ML_CLI_PRIVATE_FEATURES_ENABLED"] = "false"

from azure.ai.ml import (
    MLClient,
    load_batch_endpoint,
    load_component,
    load_data,
    load_environment,
    load_job,
    load_model,
)
from azure.ai.ml.entities._load_functions import load_pipeline_component_batch_deployment, load_schedule
from azure.identity import DefaultAzureCredential

# The client shows on standard output how it goes on.
answers = sys.stdout
sys.stdout = sys.stderr

resolve = socket.getaddrinfo


def resolve_localhost(host, *arguments, **options):
    """Not every machine knows that all names below localhost are this machine."""
    name = "127.0.0.1" if isinstance(host, str) and host.endswith(".localhost") else host
    return resolve(name, *arguments, **options)


socket.getaddrinfo = resolve_localhost


def create(question):
    # The authority is none of Microsoft's, and nobody vouches for it.
    client = MLClient(
        DefaultAzureCredential(disable_instance_discovery=True, exclude_interactive_browser_credential=True),
        question["subscription"],
        question["group"],
        question["workspace"],
        cloud="Emulator",
        enable_telemetry=False,
        show_progress=False,
    )
    path = question["path"]
    kind = question["kind"]
    if kind == "environment":
        made = client.environments.create_or_update(load_environment(path))
    elif kind == "component":
        made = client.components.create_or_update(load_component(path))
    elif kind == "data":
        made = client.data.create_or_update(load_data(path))
    elif kind == "model":
        made = client.models.create_or_update(load_model(path))
    elif kind == "job":
        made = client.jobs.create_or_update(load_job(path))
    elif kind == "schedule":
        made = client.schedules.begin_create_or_update(load_schedule(path)).result()
    elif kind == "batch-endpoint":
        made = client.batch_endpoints.begin_create_or_update(load_batch_endpoint(path)).result()
    elif kind == "batch-deployment":
        made = client.batch_deployments.begin_create_or_update(load_pipeline_component_batch_deployment(path)).result()
    else:
        raise ValueError(kind)
    return {"id": made.id, "name": made.name}


for line in sys.stdin:
    try:
        answer = create(json.loads(line))
    except Exception as e:  # whatever it is, the client ends with it
        answer = {"error": type(e).__name__ + ": " + str(e)}
    print(json.dumps(answer), file=answers, flush=True)
