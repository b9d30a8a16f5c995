"""Has MLflow serve a model, and asks it about the model's own example: serve_rows.py TRACKING_URI MODEL_URI."""

import json
import os
import signal
import socket
import subprocess
import sys

import mlflow
from mlflow.pyfunc.scoring_server.client import ScoringServerClient

tracking_uri, model_uri = sys.argv[1:]
mlflow.set_tracking_uri(tracking_uri)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = subprocess.Popen(
    [sys.executable, "-m", "mlflow", "models", "serve", "-m", model_uri, "-p", str(port), "--env-manager", "local"],
    # As an activated environment has it: MLflow starts a program of its own that lies beside Python.
    env={
        **os.environ,
        "MLFLOW_TRACKING_URI": tracking_uri,
        "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"],
    },
    stdout=sys.stderr,
    start_new_session=True,
)
try:
    client = ScoringServerClient("127.0.0.1", port)
    client.wait_server_ready(timeout=300)
    folder = mlflow.artifacts.download_artifacts(model_uri)
    example = mlflow.models.Model.load(folder).load_input_example(folder)
    print(json.dumps(client.invoke(example).get_predictions().to_dict("records")))
finally:
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()
