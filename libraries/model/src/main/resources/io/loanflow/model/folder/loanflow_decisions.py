"""Decides rows by the graph of this folder: what MLflow loads as the model's python_function."""

import numpy
import onnxruntime
import pandas

# Rows that are decided together: each tree has a number of each of them.
BLOCK = 4096


class Decisions:
    """Takes and gives tables with the columns that the model's signature names."""

    def __init__(self, graph):
        self.session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
        self.types = {column.name: column.type for column in self.session.get_inputs()}
        self.outputs = [column.name for column in self.session.get_outputs()]

    def predict(self, model_input, params=None):
        columns = {name: self._column(model_input, name) for name in self.types}
        starts = range(0, max(1, len(model_input)), BLOCK)
        blocks = [
            self.session.run(self.outputs, {name: column[i : i + BLOCK] for name, column in columns.items()})
            for i in starts
        ]
        answers = {name: numpy.concatenate(parts) for name, parts in zip(self.outputs, zip(*blocks))}
        return pandas.DataFrame(answers, index=model_input.index)

    def _column(self, rows, name):
        """A column that may be missing is missing in every row if the table does not have it."""
        values = rows[name] if name in rows else pandas.Series([None] * len(rows), dtype=object)
        if self.types[name] == "tensor(string)":
            # The graph takes an empty text for a missing one.
            return values.astype(object).where(values.notna(), "").to_numpy(dtype=object)
        if self.types[name] == "tensor(int64)":
            return values.to_numpy(dtype=numpy.int64)
        return pandas.to_numeric(values).to_numpy(dtype=numpy.float64, na_value=numpy.nan)


def _load_pyfunc(path):
    return Decisions(path)
