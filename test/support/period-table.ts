// Turn the small issuer and a table with periods as rows into what tests edit: the table's file, and where it stands.
import { type Edit, withEdit } from './fixture.ts';

export const periodTableFile = 'data/mini/statements/terms.yaml';

/** Two periods by three columns; what the older period has no base for is blank. */
export const periodTable = `kind: statistics
orientation: periods-as-rows
captions: {ja: [], en: []}
summary: {ja: 要約。, en: Summary.}
stub: {ja: "", en: ""}
scale: million
columns:
  - {id: sales, concept: revenue.total}
  - {id: growth, concept: revenue.total, measure: change}
  - {id: staff, concept: costs.staff, measure: percent-of, of: revenue.total, regime: truncate}
heads:
  ja: [{head: 売上高, over: [{head: 百万円, column: sales}, {head: ％, column: growth}]}, {head: 人件費率, column: staff}]
  en: [{head: Sales, over: [{head: Million, column: sales}, {head: "%", column: growth}]}, {head: Staff, column: staff}]
rows:
  - {period: current, from: prior-quarter, labels: {ja: '{{period "current" style="term"}}', en: '{{period "current" style="term"}}'}}
  - {period: prior-quarter, labels: {ja: 前四半期, en: Before}, blank: [growth]}
`;

/** Places it, so that it is printed. */
export const placePeriodTable: Edit = withEdit(
  'templates/plain/release.hbs',
  '{{table "position"}}',
  '{{table "position"}}{{table "terms"}}',
);
