// Turn a block into what the checks of whole parts ask of it, once for each block.
import type { Block, Inline } from '../model/document.ts';
import { runsOf, withInner } from '../model/document-texts.ts';
import type { Span } from '../model/span.ts';

/** Of a block and of those that stand in it. */
export interface BlockFacts {
  /** Names that links and page references may lead to. */
  readonly anchors: readonly { readonly name: string; readonly at: Span }[];
  /** What is referred to, by `{{page}}` or by a link inside the document. */
  readonly wanted: readonly { readonly name: string; readonly at: Span }[];
  /** Holds raised text, which may be the mark of a note. */
  readonly raised: boolean;
}

const known = new WeakMap<Block, BlockFacts>();

export function blockFacts(block: Block): BlockFacts {
  let facts = known.get(block);
  if (!facts) {
    facts = factsOf(block);
    known.set(block, facts);
  }
  return facts;
}

function factsOf(block: Block): BlockFacts {
  const anchors: { name: string; at: Span }[] = [];
  const wanted: { name: string; at: Span }[] = [];
  let raised = false;
  for (const inner of withInner(block)) {
    if (inner.anchor !== undefined) anchors.push({ name: inner.anchor, at: inner.at });
    for (const runs of runsOf(inner)) {
      for (const run of runs) {
        raised ||= run.sup === true;
        const name = referenceOf(run);
        if (name !== undefined) wanted.push({ name, at: run.at });
      }
    }
  }
  return { anchors, wanted, raised };
}

const referenceOf = ({ pageRef, href }: Inline): string | undefined => pageRef ?? (href?.startsWith('#') ? href.slice(1) : undefined);
