package com.example;

/** Lets every plugin that builds a jar do its work once. */
public interface Setup {}
