// Turn the address that a link would lead to into one that a reader may be sent to, or into nothing.

/** Characters of an address: browsers take two thousand. */
const longest = 2_000;

/** What no address holds as it is typed: spaces, controls, invisible and turning marks, and the signs that RFC 3986 leaves out. */
const foreign = /[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069"<>\\^`{|}]/u;

/** Labels of letters, digits and inner hyphens, two at least, the last of them no number: a host, and no address of a machine. */
const host =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+(?=[^.]*[^\d.])[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}]$/u;

/** The same in ASCII, as most hosts are: the letters of all scripts take the engine five milliseconds to prepare for. */
const asciiHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[^.]*[^\d.])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/i;

/** RFC 5322's dot-atom, in what mail programs all take. */
const mailbox = /^[\w!#$%&'*+/=?~-]+(?:\.[\w!#$%&'*+/=?~-]+)*$/;

/** The address itself when a link may lead there: `https:` or `http:` with a host, `mailto:` with one mailbox, or `#anchor`. */
export function linkTarget(href: string): string | undefined {
  if (href.length > longest || foreign.test(href)) return undefined;
  if (href.startsWith('#')) return href.length > 1 && !href.includes('#', 1) ? href : undefined;
  if (href.startsWith('mailto:')) return isMail(href.slice('mailto:'.length)) ? href : undefined;
  return isWeb(href) ? href : undefined;
}

/** Whether a text is a mailbox such as `ir@example.co.jp`, and nothing else. */
export function isMailbox(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  return at > 0 && local.length <= 64 && mailbox.test(local) && isHost(domain);
}

/** Subject and body may follow the mailbox: other headers would send the letter elsewhere too. */
function isMail(address: string): boolean {
  const [to = '', query, ...others] = address.split('?');
  if (others.length > 0 || to.includes('%') || !isMailbox(to)) return false;
  if (query === undefined) return true;
  return !/%0[ad]/i.test(query) && query.split('&').every((header) => /^(?:subject|body)=[^=]*$/.test(header));
}

/** No user and password before the host: they make one host look like another. */
function isWeb(href: string): boolean {
  const [, authority = ''] = /^https?:\/\/([^/?#]+)/.exec(href) ?? [];
  const [, name = '', , port] = /^([^:]*)(:(\d{1,5}))?$/.exec(authority) ?? [];
  return isHost(name) && (port === undefined || Number(port) <= 65_535) && URL.canParse(href);
}

function isHost(name: string): boolean {
  return name.length <= 253 && (asciiHost.test(name) || host.test(name));
}
