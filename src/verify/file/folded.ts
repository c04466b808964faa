// Turn text into what comparison keeps of it: no white space, no width, and a triangle as the minus that it says.

export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[△▲]/g, '−')
    .replace(/[\s\u200b]+/g, '');
}
