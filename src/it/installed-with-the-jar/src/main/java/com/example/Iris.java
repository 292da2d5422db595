package com.example;

/** The species that the model tells apart. */
public enum Iris {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
}
