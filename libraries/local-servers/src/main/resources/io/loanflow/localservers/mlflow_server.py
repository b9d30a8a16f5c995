"""MLflow's own command, whose web server runs in this process: MLflow starts a second one for it, which imports everything again.

    python mlflow_server.py DATABASE server --host ...
"""

import os
import pathlib
import sys

# First: MLflow secures its server only where it finds this loaded.
import uvicorn.main

import mlflow.server
import sqlalchemy
from mlflow.cli import cli
from mlflow.store.db.utils import _initialize_tables


def make(database):
    """A whole SQLite file or none: MLflow cannot go on with the tables of a process that was killed while it made them."""
    partial = database.with_suffix(".partial")
    for left in database.parent.glob(partial.name + "*"):
        left.unlink()
    engine = sqlalchemy.create_engine(f"sqlite:///{partial}")
    _initialize_tables(engine)
    engine.dispose()
    partial.rename(database)


def serve(command, extra_env, **_):
    # python -m uvicorn ...
    os.environ.update(extra_env)
    uvicorn.main.main(command[3:])


database = pathlib.Path(sys.argv.pop(1))
if not database.exists():
    make(database)
mlflow.server._exec_cmd = serve
cli()
