// Turn a label as data files have it into its words alone.

/** Without elements (`<i>`, `<sup>`) and without bars, which say where it may break; nothing for none. */
export const plainLabel = (label: string | undefined): string => (label ?? '').replace(/<[^>]*>|\|/g, '');
