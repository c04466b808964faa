// Turn the end of a test file into a clean machine: its folders are removed. Modules live on, since files share a worker.
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);
