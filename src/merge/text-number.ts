// Turn a long text into a number that stands for it in the keys of one memory, where it is written once.
import type { Kind, Memory } from '../model/memory.ts';

const texts: Kind<object> = { name: 'merge/text', bytes: () => 50 };

export function textNumber(text: string, memory: Memory): number {
  return memory.keeps ? memory.numberOf(memory.recall(texts, text, () => ({}))) : 0;
}
