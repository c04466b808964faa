// Turn what is built of `src/` into syntax that the engine of Node 20 is quick with, and classes that keep their names; what it does is the same.
import { readFileSync } from 'node:fs';
import { assigned } from './assign-spreads.mjs';
import { named } from './keep-class-names.mjs';
import { takenApart } from './take-apart.mjs';

/** A plugin for the bundle. */
export const plainSyntax = {
  name: 'plain syntax',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) =>
      /[\\/]node_modules[\\/]/.test(path) ? undefined : { contents: named(takenApart(assigned(readFileSync(path, 'utf8')))), loader: 'ts' },
    );
  },
};
