import { configureGlobal } from 'fast-check';

// The same examples in every run: a test that fails then fails because of the mutant. The first that fails is enough.
configureGlobal({ seed: 1, endOnFailure: true });
