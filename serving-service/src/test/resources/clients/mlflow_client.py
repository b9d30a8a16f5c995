"""Asks a service with MLflow's own client of scoring servers: HOST PORT ROWS PROBABILITIES."""

import json
import sys

import pandas
from mlflow.pyfunc.scoring_server.client import ScoringServerClient

host, port, rows, probabilities = sys.argv[1:]
frame = pandas.DataFrame(json.loads(rows))
client = ScoringServerClient(host, int(port))
client.wait_server_ready()
assert client.get_version()
answers = client.invoke(frame).get_predictions()
assert answers["probability"].tolist() == json.loads(probabilities), answers
assert sorted(answers.columns) == ["decision", "decision_id", "probability"], answers
