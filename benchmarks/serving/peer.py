"""The usual Python service for the same model: FastAPI, pydantic, pandas, scikit-learn.

peer.py rows.csv TREES    trains and saves the model beside the rows
peer.py rows.csv serve PORT    serves it with two workers, uvloop and httptools
"""

import os
import sys
from typing import Literal

import joblib
import pandas as pd
import uvicorn
from fastapi import FastAPI, Request
from pydantic import BaseModel

CATEGORIES = ["person_education", "person_home_ownership", "loan_intent", "previous_loan_defaults_on_file"]


class Application(BaseModel):
    person_age: float
    person_education: Literal["High School", "Associate", "Bachelor", "Master", "Doctorate"]
    person_income: float
    person_emp_exp: float
    person_home_ownership: Literal["RENT", "OWN", "MORTGAGE", "OTHER"]
    loan_amnt: float
    loan_intent: Literal["PERSONAL", "EDUCATION", "MEDICAL", "VENTURE", "HOMEIMPROVEMENT", "DEBTCONSOLIDATION"]
    loan_int_rate: float
    loan_percent_income: float
    cb_person_cred_hist_length: float
    credit_score: float
    previous_loan_defaults_on_file: Literal["No", "Yes"]


class Prediction(BaseModel):
    decision: str
    probability: float


def train(rows: str, trees: int) -> None:
    from sklearn.compose import ColumnTransformer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder

    data = pd.read_csv(rows)
    model = make_pipeline(
        ColumnTransformer([("categories", OneHotEncoder(), CATEGORIES)], remainder="passthrough"),
        RandomForestClassifier(n_estimators=trees, random_state=1, n_jobs=-1),
    )
    model.fit(data.drop(columns="loan_status"), data["loan_status"])
    # One request, one thread: starting threads for a single row costs more than it gains.
    model[-1].n_jobs = 1
    joblib.dump(model, rows + ".joblib")


def create() -> FastAPI:
    app = FastAPI()
    model = joblib.load(os.environ["LOANFLOW_PEER_MODEL"])

    @app.get("/health")
    def health() -> dict:
        return {}

    @app.post("/noop")
    async def noop(request: Request) -> dict:
        await request.body()
        return {}

    @app.post("/predictions")
    def predict(application: Application) -> Prediction:
        probability = float(model.predict_proba(pd.DataFrame([application.model_dump()]))[0, 1])
        return Prediction(decision="approved" if probability >= 0.5 else "rejected", probability=probability)

    return app


if __name__ == "__main__":
    if sys.argv[2] == "serve":
        os.environ["LOANFLOW_PEER_MODEL"] = sys.argv[1] + ".joblib"
        os.chdir(os.path.dirname(os.path.abspath(__file__)))
        uvicorn.run(
            "peer:create",
            factory=True,
            host="127.0.0.1",
            port=int(sys.argv[3]),
            workers=2,
            # Without them each answer waits 40 ms for an acknowledgement (Nagle's algorithm). They are required, not taken if at hand.
            loop="uvloop",
            http="httptools",
            access_log=False,
            log_level="warning",
        )
    else:
        train(sys.argv[1], int(sys.argv[2]))
