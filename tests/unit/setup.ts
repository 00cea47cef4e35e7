import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { giveFolder } from './a-folder';

giveFolder();

// The page's `navigator` knows no locks; Node has the same ones (Web Locks).
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
