import type { ReviewRowDetails } from '../api/generated/types.gen';

/** A row of a report that says 実施, of which nothing was said yet. */
export const reviewRow = (number: number, more: Partial<ReviewRowDetails> = {}): ReviewRowDetails => ({
  number,
  label: `事項${number})`,
  text: '許可なく複製しない。',
  status: 'IMPLEMENTED',
  reason: null,
  explanation: null,
  explanationStatus: null,
  changedSinceLast: null,
  unchanged: false,
  attention: [],
  checks: [],
  review: null,
  draft: null,
  threadEntries: 0,
  ...more,
});
