import { configureGlobal } from 'fast-check';

// The same examples in every run, so that a test fails only because of the mutant. The first failing example is
// enough.
configureGlobal({ seed: 1, endOnFailure: true });
