"""Fits boosted trees to the fare."""

import argparse
from pathlib import Path

import mlflow
import mlflow.sklearn
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import TargetEncoder

from taxi.tables import FARE, read_table

SEED = 20240601
ZONES = ["pickup_zone", "dropoff_zone"]


def regressor(learning_rate: float, iterations: int) -> Pipeline:
    """Zones become their mean fare: there are more of them than a tree may split by name."""
    zones = ColumnTransformer([("zones", TargetEncoder(random_state=SEED), ZONES)], remainder="passthrough")
    trees = HistGradientBoostingRegressor(learning_rate=learning_rate, max_iter=iterations, random_state=SEED)
    return Pipeline([("zones", zones), ("trees", trees)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training-set", type=Path, required=True)
    parser.add_argument("--learning-rate", type=float, required=True)
    parser.add_argument("--iterations", type=int, required=True)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()

    table = read_table(args.training_set)
    mlflow.log_params({"learning_rate": args.learning_rate, "iterations": args.iterations})
    model = regressor(args.learning_rate, args.iterations).fit(table.drop(columns=FARE), table[FARE])
    mlflow.sklearn.save_model(model, args.model, input_example=table.drop(columns=FARE).head(5))


if __name__ == "__main__":
    main()
