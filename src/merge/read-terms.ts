// Turn `<dl>` into a list of terms: each `<dt>` is the label of the `<dd>` after it, set in a column of its own.
import type { Block, ListItem } from '../model/document.ts';
import { type BlockContext, baseOf, readText, reportEmpty } from './block-fields.ts';
import { type Element, strayText } from './tree.ts';

export function readTerms(context: BlockContext, element: Element): readonly Block[] {
  const list = baseOf(context, element);
  const items: ListItem[] = [];
  let term: Element | undefined;
  for (const child of element.children) {
    if (child.kind !== 'element' || (child.name !== 'dt' && child.name !== 'dd')) {
      const at = child.kind === 'element' ? child.at : strayText(child)?.at;
      if (at) refuse(context, 'a list of terms holds terms and what is said of them only', at);
    } else if (child.name === 'dt') {
      if (term) refuse(context, 'a term has nothing after it', term.at);
      term = child;
    } else {
      const label = term ? readText(context, term, term.children, 'name') : undefined;
      if (!term) refuse(context, 'what is said stands after no term', child.at);
      const inlines = readText(context, child, child.children, 'body');
      if (label && inlines) items.push({ id: `${list.id}.${items.length + 1}`, label, inlines, at: child.at });
      term = undefined;
    }
  }
  if (term) refuse(context, 'a term has nothing after it', term.at);
  if (items.length > 0) return [{ kind: 'list', ...list, numbered: true, terms: true, items }];
  if (element.children.length === 0) reportEmpty(context, element);
  return [];
}

function refuse({ markup }: BlockContext, message: string, at: Element['at']): void {
  markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints: ['write <dt>label</dt> <dd>words</dd>'] });
}
