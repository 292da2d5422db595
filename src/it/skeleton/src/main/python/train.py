import argparse

import mlflow.sklearn
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier

parser = argparse.ArgumentParser()
parser.add_argument("--depth", type=int)
parser.add_argument("--model")
args = parser.parse_args()

x, y = load_iris(return_X_y=True)
mlflow.sklearn.save_model(DecisionTreeClassifier(max_depth=args.depth).fit(x, y), args.model)
