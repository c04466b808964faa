// Turn text into HTML text, and a page's style sheet into its style element with the policy that lets a browser take that and nothing else.
import { createHash } from 'node:crypto';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The element that forbids scripts, frames, forms that send, and everything fetched; styles are allowed by the hash of this very sheet. */
export interface StyledHead {
  readonly policy: string;
  readonly style: string;
}

/** `pictures` allows those that the page itself holds. */
export function styledHead(stylesheet: string, pictures = false): StyledHead {
  const content = `\n${stylesheet}\n`;
  const hash = createHash('sha256').update(content).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; ${pictures ? 'img-src data:; ' : ''}base-uri 'none'; form-action 'none'`;
  return {
    policy: `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    style: `<style>${content}</style>`,
  };
}
