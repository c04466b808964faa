// Turn "what made this file" into the one fixed word that metadata may say: no version, host, user or path.

/** Producer and creator of every PDF. */
export const producer = 'kessan';
