// Turn the parser's events into plain values and the places where they stand.
import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { dataLimits } from '../model/limits.ts';
import { shortened } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Stretch } from '../model/span.ts';
import { expressionFirst, inQuotes } from './mistyped-value.ts';
import type { KeyStretch, ValueStretch } from './text-places.ts';

/** A value, where it stands, and how many nodes it holds once its aliases are followed. */
export interface Placed {
  /** Plain data; numbers stay text. */
  readonly value: unknown;
  /** Where it stands, and where all inside it does. */
  readonly stretch: ValueStretch;
  /** Nodes that it holds, itself included. */
  readonly size: number;
}

/** What is wrong with a document, by offsets in its text. */
export interface YamlFinding extends Stretch {
  /** What is wrong, in lower case. */
  readonly message: string;
  /** What to type instead. */
  readonly hint?: string;
  /** A warning where the file can be read, but perhaps not as it was meant. An error without it. */
  readonly severity?: 'error' | 'warning';
  /** What it contradicts. */
  readonly related?: Stretch & { readonly message: string };
}

/** Reads one document. Mappings become objects without a prototype, so that no key can reach one. */
export function readYamlEvents(text: string, events: readonly Event[], fault: (fault: YamlFinding) => void): Placed {
  return new EventReader(text, events, fault).document();
}

class EventReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #fault: (fault: YamlFinding) => void;
  readonly #anchors = new Map<string, Placed | 'open'>();
  /** Anchors before single values, with what stands after them on their line, until an alias names them. */
  readonly #unused = new Map<string, YamlFinding>();
  #next = 0;
  #total = 0;

  constructor(text: string, events: readonly Event[], fault: (fault: YamlFinding) => void) {
    this.#text = text;
    this.#events = events;
    this.#fault = fault;
  }

  document(): Placed {
    const first = this.#events[this.#next++];
    if (!first) return absent(0);
    const placed = this.#events[this.#next]?.type === EVENT_ID.POP ? absent(0) : this.#node(0);
    this.#next++;
    for (const fault of this.#unused.values()) this.#fault(fault);
    if (this.#next < this.#events.length) {
      const marker = this.#text.slice(placed.stretch.end).search(/^---/m);
      const start = placed.stretch.end + Math.max(0, marker);
      this.#fault({ message: 'a second document begins here', start, end: start + 3 });
    }
    return placed;
  }

  /** `after` is where a value that is not written would stand. */
  #node(after: number): Placed {
    const event = this.#events[this.#next++] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.#follow(event);
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING)
      throw new Error(`unexpected YAML event ${event.type}`);
    this.#total++;
    const anchor = event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
    if (event.tagStart >= 0) {
      const tag = this.#text.slice(event.tagStart, event.tagEnd);
      const hint = this.#quoteFrom(event.tagStart, event.type === EVENT_ID.SCALAR && !tag.startsWith('!!'));
      this.#fault({
        message: say`tag ${tag} is not known: values are what they look like`,
        start: event.tagStart,
        end: event.tagEnd,
        ...hint,
      });
    }
    if (anchor !== undefined) {
      this.#anchors.set(anchor, 'open');
      const [start, end] = [event.anchorStart - 1, event.anchorEnd];
      const message = say`&${anchor} is read as an anchor, and no alias names it`;
      // A lower-case word is an anchor that was meant, and does no harm; &Co. and &1 are words of a name.
      const meant = /^[a-z][a-z0-9_-]*$/.test(anchor);
      if (event.type === EVENT_ID.SCALAR && !meant) this.#unused.set(anchor, { message, start, end, ...this.#quoteFrom(start, true) });
    }
    const placed =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(event, after)
        : event.type === EVENT_ID.MAPPING
          ? this.#mapping(event)
          : this.#sequence(event);
    if (anchor !== undefined) this.#anchors.set(anchor, placed);
    return placed;
  }

  /** What to type where a text begins with a sign of YAML's own: all that stands there, in quotes. */
  #quoteFrom(start: number, isText: boolean): { readonly hint?: string } {
    if (!isText) return {};
    const [text = ''] = /^[^\n,}\]]*/.exec(this.#text.slice(start, start + 200)) ?? [];
    return { hint: say`put the text in quotes if it begins with this sign: ${inQuotes(text.replace(/\s#.*/, ''))}` };
  }

  /** Words that a # cut off: a comment has a space after its sign, `#1` is likely a part of the text. */
  #warnOfComment(end: number): void {
    comment.lastIndex = end;
    const [, spaces = '', cut = ''] = comment.exec(this.#text) ?? [];
    if (cut === '') return;
    const start = end + spaces.length;
    this.#fault({
      severity: 'warning',
      message: say`${shortened(cut.trim())} is not read: a # after a space begins a comment`,
      start,
      end: start + cut.length,
      hint: 'put the whole text in quotes if this belongs to it, or write a space after the # of a comment',
    });
  }

  #scalar(event: ScalarEvent, after: number): Placed {
    if (event.style === SCALAR_STYLE.PLAIN) this.#warnOfComment(event.valueStart < 0 ? after : event.valueEnd);
    if (event.valueStart < 0) return absent(after);
    const quotes = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const margin = block ? (/^\s*/.exec(this.#text.slice(event.valueStart, event.valueEnd))?.[0].length ?? 0) : 0;
    const text = getScalarValue(this.#text, event);
    const value = event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
    return { value, stretch: { start: event.valueStart - quotes + margin, end: event.valueEnd + quotes }, size: 1 };
  }

  #mapping(event: MappingEvent): Placed {
    const value: Record<string, unknown> = Object.create(null);
    const keys = new Map<string, KeyStretch>();
    let size = 1;
    let end = event.start;
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const key = this.#node(end);
      colon.lastIndex = key.stretch.end;
      const inner = this.#node(colon.test(this.#text) ? colon.lastIndex : key.stretch.end);
      end = Math.max(end, key.stretch.end, inner.stretch.end);
      const name = typeof key.value === 'boolean' || typeof key.value === 'string' ? String(key.value) : undefined;
      const earlier = name === undefined ? undefined : keys.get(name);
      if (name === undefined) {
        this.#fault(this.#keyFault(key.stretch));
      } else if (earlier) {
        const related = { start: earlier.start, end: earlier.end, message: 'first given here' };
        this.#fault({ message: say`key ${name} is given twice`, ...key.stretch, related });
      } else {
        size += inner.size;
        value[name] = inner.value;
        keys.set(name, { start: key.stretch.start, end: key.stretch.end, value: inner.stretch });
      }
    }
    this.#next++;
    return { value, stretch: { start: event.start, end: this.#close(event, end), keys }, size };
  }

  /** An expression that begins a value looks like a mapping whose key is a mapping. */
  #keyFault(stretch: ValueStretch): YamlFinding {
    const open = stretch.start - 1;
    const rest = /^\{\{[^\n]*/.exec(this.#text.slice(open, open + 200))?.[0];
    if (rest === undefined) return { message: 'a key is a single word or a quoted text', start: stretch.start, end: stretch.end };
    return { ...expressionFirst(rest, true), start: open, end: open + 2 };
  }

  #sequence(event: SequenceEvent): Placed {
    const value: unknown[] = [];
    const items: ValueStretch[] = [];
    let size = 1;
    let end = event.start;
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const inner = this.#node(end);
      end = Math.max(end, inner.stretch.end);
      size += inner.size;
      value.push(inner.value);
      items.push(inner.stretch);
    }
    this.#next++;
    return { value, stretch: { start: event.start, end: this.#close(event, end), items }, size };
  }

  #follow(event: AliasEvent): Placed {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const stretch = { start: event.anchorStart - 1, end: event.anchorEnd };
    const target = this.#anchors.get(name);
    this.#unused.delete(name);
    if (target === undefined || target === 'open') {
      this.#fault({
        message: say`alias *${name} ${target ? 'stands inside the value that it names' : 'names no anchor above it'}`,
        ...stretch,
        ...(target ? {} : this.#quoteFrom(stretch.start, true)),
      });
      return { value: null, stretch, size: 1 };
    }
    this.#total += target.size;
    if (this.#total <= dataLimits.values) return { ...target, stretch: { ...target.stretch, ...stretch } };
    if (this.#total - target.size <= dataLimits.values)
      this.#fault({ message: say`aliases expand to more than ${dataLimits.values} values`, ...stretch });
    return { value: null, stretch, size: 1 };
  }

  /** Braces and brackets end behind their closing sign, a block with its last value: comments after that are not marked. */
  #close(event: MappingEvent | SequenceEvent, end: number): number {
    if (event.style !== COLLECTION_STYLE.FLOW) return end;
    const from = Math.max(end, event.start + 1);
    const rest = /^(?:\s|,|#[^\n]*)*[}\]]/.exec(this.#text.slice(from));
    return from + (rest?.[0].length ?? 0);
  }
}

/** A comment right after a value, without a space behind its sign; an exclamation mark or another # make it a comment all the same. */
const comment = /([ \t]+)(#[^\s#!][^\n]*)/y;

/** The sign behind a key. */
const colon = /\s*:/y;

const absent = (after: number): Placed => ({ value: null, stretch: { start: after, end: after }, size: 1 });

/** The words of the core schema (YAML 1.2.2, 10.3.2) without its numbers: a figure must reach us as it was typed. */
function plainValue(text: string): string | boolean | null {
  if (text.length > 'false'.length) return text;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return /^(?:|~|null|Null|NULL)$/.test(text) ? null : text;
}
