import fc from 'fast-check';

/** One counterexample is enough to notice a broken line. Only people need a smaller one. */
fc.configureGlobal({ endOnFailure: true });
