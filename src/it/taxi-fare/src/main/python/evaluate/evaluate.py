"""Compares what was said with what was paid, and fails when the mean error is too large."""

import argparse
import json
from pathlib import Path

import mlflow
import pandas as pd
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error

from taxi.tables import FARE, read_table


def measures(table: pd.DataFrame) -> dict[str, float]:
    """Errors are in dollars."""
    paid, predicted = table[FARE], table["predicted_fare"]
    return {
        "mean_error": float(mean_absolute_error(paid, predicted)),
        "root_mean_squared_error": float(root_mean_squared_error(paid, predicted)),
        "r2": float(r2_score(paid, predicted)),
        "within_a_dollar": float(((paid - predicted).abs() <= 1).mean()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--predictions", type=Path, required=True)
    parser.add_argument("--largest-mean-error", type=float, required=True)
    parser.add_argument("--report", type=Path, required=True)
    args = parser.parse_args()

    found = measures(read_table(args.predictions))
    mlflow.log_metrics(found)
    args.report.mkdir(parents=True, exist_ok=True)
    (args.report / "measures.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=2))
    if found["mean_error"] > args.largest_mean_error:
        raise SystemExit(f"The mean error is ${found['mean_error']:.2f}, more than ${args.largest_mean_error:.2f}")


if __name__ == "__main__":
    main()
