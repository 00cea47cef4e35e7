import 'fake-indexeddb/auto';
import { giveFolder } from './a-folder';

giveFolder();
