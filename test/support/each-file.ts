// Turn a worker into a place for any number of test files: no network, and a file's folders are removed when it ends.
import './no-network.ts';
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);
