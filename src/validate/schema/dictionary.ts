// Turn the words of the dictionary of accounts into typed data: what names are made with, and what their digits are.
import * as z from 'zod/mini';
import { literalsSchema } from './issuer.ts';
import { lazily, record, text } from './scalars.ts';

const word = () => text('the word in this language');

export const wordingSchema = lazily(() =>
  z.strictObject({
    terms: record(
      z.strictObject({
        year: text('of a whole year'),
        interim: text('of a half year that the issuer calls interim'),
        quarter: text('of any other part of a year'),
      }),
      'by language, what {term} stands for in names of accounts',
      { ja: { year: '当期', interim: '中間', quarter: '四半期' } },
    ),
    revenue: record(
      record(word(), 'the name in each language; one that it lacks is given by the issuer'),
      'what {revenue} stands for, by the name that issuer.yaml chooses',
      { 'net-sales': { ja: '売上高', en: 'Net sales' } },
    ),
    literals: literalsSchema(),
  }),
);
