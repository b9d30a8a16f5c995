"""Prints what MLflow's own Python says of a model: read_model.py TRACKING_URI MODEL_URI."""

import json
import sys

import mlflow
from mlflow.models import Model

mlflow.set_tracking_uri(sys.argv[1])
info = mlflow.models.get_model_info(sys.argv[2])
folder = mlflow.artifacts.download_artifacts(sys.argv[2])
model = Model.load(folder)
signature = info.signature.to_dict()


def columns(text):
    return [{key: column[key] for key in ("name", "type", "required")} for column in json.loads(text)]


print(
    json.dumps(
        {
            "run_id": info.run_id,
            "flavors": info.flavors,
            "inputs": columns(signature["inputs"]),
            "outputs": columns(signature["outputs"]),
            "example": model.load_input_example(folder).to_dict("records"),
        }
    )
)
