// Turn carried.yaml, which stands beside a release that was rolled forward, into typed data: what was carried over, and who confirmed it.
import * as z from 'zod/mini';
import { dataLimits } from '../../model/limits.ts';
import { lazily, list, reference, text } from './scalars.ts';

export const carriedSchema = lazily(() =>
  z.strictObject({
    from: reference('issuer/release that this one was rolled forward from', 'minato/2026h1'),
    texts: z._default(
      list(
        z.strictObject({
          file: reference('narrative.<language>.md, release.yaml, or periods/<id>.yaml'),
          key: z.optional(
            reference('release.yaml: titles.<language>, flags.<name>, date-reasons.<name>, or literals; periods: facts.<concept>'),
          ),
          text: text('as it was carried over: it is open as long as it stands there, and nobody has confirmed it'),
          why: z.optional(text('of a literal: its reason, as it was carried over')),
          confirmed: z.optional(text('who says that it holds for this release too', 'Suzuki')),
        }),
        dataLimits.carried,
        'what was carried over: each open until it is changed in its file, or confirmed here',
      ),
      [],
    ),
  }),
);
