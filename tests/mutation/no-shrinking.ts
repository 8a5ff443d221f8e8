import fc from 'fast-check';

/** One counterexample is enough to notice a broken line; making it smaller is for people. */
fc.configureGlobal({ endOnFailure: true });
