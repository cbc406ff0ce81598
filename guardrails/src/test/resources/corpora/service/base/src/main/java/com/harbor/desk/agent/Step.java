package com.harbor.desk.agent;

/** One call of a tool. */
record Step(String tool, String argument) {}
