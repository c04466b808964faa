// Turn fonts/fonts.yaml into typed data: which file of which package each face is.
import * as z from 'zod/mini';
import { lazily } from './lazily.ts';
import { reference, text } from './scalars.ts';

export const fontsSchema = lazily(() =>
  z.strictObject({
    fonts: z.array(
      z.strictObject({
        id: reference('name of the face; its metrics are in metrics/<id>.json'),
        family: reference('name of the family'),
        weight: z.enum(['400', '500', '600', '700']),
        italic: z._default(z.boolean(), false),
        package: text('npm package'),
        version: text('version of the package that the metrics were compiled from'),
        file: text('path in the package'),
        sha256: text('of that file, in hexadecimal').check(z.regex(/^[0-9a-f]{64}$/)),
        licence: text('text of the licence'),
        'postscript-name': text('name in the font'),
      }),
    ),
  }),
);
