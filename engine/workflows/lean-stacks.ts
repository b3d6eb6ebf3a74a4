/**
 * No stack traces inside the sandbox. Temporal's SDK takes one for every promise a workflow makes, which was a third of
 * all that a workflow cost; and a stack must not enter a history in any case. Preloaded, and so done once for all
 * workflows of a worker, before the sandbox is frozen. What failed is found by replaying the run under a debugger.
 */
Error.stackTraceLimit = 0;
