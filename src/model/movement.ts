// Turn what happened to a figure between two periods into words that checks and languages share.

/** Which way a figure went. */
export type Way = 'up' | 'down' | 'level';

/** Whether that was good news. */
export type News = 'better' | 'worse' | 'level';

/** What a result turned to, across zero. */
export type Turn = 'profit' | 'loss';
