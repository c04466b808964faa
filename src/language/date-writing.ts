// Turn days and periods into what a language must be able to write, each in a closed list of styles.
import type { Period } from '../model/release.ts';

/** `long` November 12, 2002 / 2002年11月13日; `short` without the year; `month` September 2002; `slash` 2002/9/30. */
export const dateStyles = ['long', 'short', 'month', 'slash'] as const;
export type DateStyle = (typeof dateStyles)[number];

/**
 * `end` Sept 30, 2002 / 2002年9月期; `label` 2Q02; `quarter` the 2nd quarter of fiscal 2002; `fiscal-year` fiscal 2002; `months` July-September;
 * `ordinal` 2nd and `ordinal-word` second, the quarter's; `year` 2002, the fiscal year's;
 * `term` Six months ended September 30, 2025 / 2026年3月期第2四半期, and of a whole year Fiscal year ended March 31, 2025 / 2025年3月期.
 */
export const periodStyles = ['end', 'label', 'quarter', 'fiscal-year', 'months', 'ordinal', 'ordinal-word', 'year', 'term'] as const;
export type PeriodStyle = (typeof periodStyles)[number];

/** How a language writes days and periods. */
export interface DateWriting {
  /** An ISO date in words. */
  readonly date: (iso: string, style: DateStyle) => string;
  /** A period's name. */
  readonly period: (period: Period, style: PeriodStyle) => string;
}
