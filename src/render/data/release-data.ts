// Turn a release into the data files that travel inside its PDF: each statement as a table, and the facts.
import type { Document } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import type { Attachment } from './attachment.ts';
import { factsJson } from './facts-json.ts';
import { statementCsv, statementTables } from './statement-csv.ts';

/** By file name, in the order of names. */
export function releaseData(document: Document, release: Release, financials: Financials): readonly Attachment[] {
  const tables = [...statementTables(document)].map(([statement, table]): Attachment => {
    const [first] = table.values();
    return {
      name: `${statement}.csv`,
      type: 'text/csv',
      description: first?.summary ?? statement,
      content: statementCsv(table, document),
    };
  });
  const facts: Attachment = {
    name: 'facts.json',
    type: 'application/json',
    description: 'Every fact that this release prints: exact values in base units',
    content: factsJson(document, release, financials),
  };
  return [...tables, facts].sort((a, b) => (a.name < b.name ? -1 : 1));
}
