"""Decides rows by MLflow's own means: decide_rows.py TRACKING_URI MODEL_URI ROWS, which is JSON of pandas' layout "split"."""

import json
import sys

import mlflow
import mlflow.onnx
import onnx
import pandas
from mlflow.models import validate_serving_input

tracking_uri, model_uri, file = sys.argv[1:]
mlflow.set_tracking_uri(tracking_uri)
model = mlflow.pyfunc.load_model(model_uri)
with open(file, encoding="utf-8") as rows:
    frame = pandas.DataFrame(**json.load(rows))
answers = model.predict(frame)
none = model.predict(frame.head(0))
folder = mlflow.artifacts.download_artifacts(model_uri)
served = validate_serving_input(model_uri, model.metadata.get_serving_input(folder))
onnx.checker.check_model(mlflow.onnx.load_model(model_uri), full_check=True)
print(
    json.dumps(
        {
            "decisions": answers["decision"].tolist(),
            "probabilities": answers["probability"].tolist(),
            "none": len(none),
            "served": served.to_dict("records"),
        }
    )
)
