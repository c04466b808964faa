// Turn a release into the names that may be typed in its files: for completion in the editor.
import { helpers } from '../merge/vocabulary.ts';
import { plainLabel } from '../model/plain-label.ts';
import type { Session } from '../session.ts';

/** Names by what they name. */
export interface CompletionNames {
  readonly concepts: readonly { readonly id: string; readonly label: string }[];
  readonly periods: readonly string[];
  /** Of periods for the release: `current`, `prior-year`. */
  readonly roles: readonly string[];
  readonly statements: readonly string[];
  /** Helpers of narratives and layouts, and the options of each. */
  readonly helpers: readonly { readonly name: string; readonly options: readonly string[] }[];
}

/** Without a release that can be read, helpers only. */
export function completionNames(session: Session): CompletionNames {
  const release = session.validate().value;
  const [first = ''] = release?.languages ?? [];
  return {
    concepts: [...(release?.concepts.values() ?? []), ...(release?.headings.values() ?? [])].map(({ id, labels }) => ({
      id,
      label: plainLabel(labels[first]?.value),
    })),
    periods: [...(release?.periods.keys() ?? [])],
    roles: [...(release?.spec.periods.keys() ?? [])],
    statements: [...(release?.statements.keys() ?? [])],
    helpers: [...helpers].map(([name, { options }]) => ({ name, options })),
  };
}
