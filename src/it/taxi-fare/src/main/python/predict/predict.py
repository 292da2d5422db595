"""Says what the rides that were set aside should cost."""

import argparse
from pathlib import Path

import mlflow.sklearn

from taxi.tables import FARE, read_table, write_table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--test-set", type=Path, required=True)
    parser.add_argument("--predictions", type=Path, required=True)
    args = parser.parse_args()

    model = mlflow.sklearn.load_model(str(args.model))
    table = read_table(args.test_set)
    table["predicted_fare"] = model.predict(table.drop(columns=FARE))
    write_table(table, args.predictions)


if __name__ == "__main__":
    main()
