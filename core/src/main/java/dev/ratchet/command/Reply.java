package dev.ratchet.command;

import dev.ratchet.benchmarks.TaskResult.Status;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a command made of one question.
 *
 * @param status how it ended
 * @param text the answer or the error; hostile text
 * @param traces the lines of reasoning before it; hostile text
 * @param wallNanos from the question to the answer, by the host's clock
 * @param cpuNanos CPU time meanwhile; empty where the system does not tell
 */
record Reply(
    Status status, String text, List<String> traces, long wallNanos, OptionalLong cpuNanos) {}
