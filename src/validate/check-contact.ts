// Turn contacts that become addresses of links into findings where they are typed, when nobody could be sent there.
import { isMailbox, linkTarget } from '../model/link-target.ts';
import { quoted } from '../model/printable.ts';
import type { Scope } from './scope.ts';

/** Names of contacts that are addresses, whatever follows: `web`, `web-en`, `email-investors`. Every other contact is free text. */
const addresses: readonly (readonly [name: RegExp, isSound: (text: string) => boolean, what: string, hint: string])[] = [
  [
    /^(?:web|website|url|homepage)(?:-.*)?$/,
    (text) => linkTarget(/^https?:/i.test(text) ? text : `https://${text}`) !== undefined,
    'the address of a web site',
    'write the host, and a path if there is one: www.example.co.jp/ir; text of another kind needs another name',
  ],
  [
    /^(?:email|e-mail|mail)(?:-.*)?$/,
    isMailbox,
    'an e-mail address',
    'write one address and nothing else: ir@example.co.jp; text of another kind needs another name',
  ],
];

/** Layouts write `https://` or `mailto:` before such a contact: what follows must be a host, or a mailbox. */
export function checkContact(name: string, value: string, scope: Scope): void {
  for (const [pattern, isSound, what, hint] of addresses) {
    if (!pattern.test(name) || isSound(value)) continue;
    const message = `${name} of contacts is ${quoted(value)}, not ${what}`;
    scope.fail({ code: 'validate/wrong-type', message, path: ['contacts', name], hints: [hint] });
  }
}
