"""Reads what a training logged by MLflow's own means: read_run.py TRACKING_URI RUN_ID."""

import json
import sys

import mlflow

tracking_uri, run_id = sys.argv[1:]
mlflow.set_tracking_uri(tracking_uri)
run = mlflow.get_run(run_id)
mlflow.set_experiment(experiment_id=run.info.experiment_id)
source = mlflow.data.get_source(run.inputs.dataset_inputs[0])
table = mlflow.load_table("evaluation_by_slice.json", run_ids=[run_id])
print(
    json.dumps(
        {
            "source": type(source).__name__,
            "tags": source.to_dict()["tags"],
            "auc_of_all": table.loc[table["rows_of"] == "all", "roc_auc"].item(),
            "groups": sorted(table.loc[table["column"] == "person_gender", "value"]),
        }
    )
)
