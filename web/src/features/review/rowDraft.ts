import { put, remove } from '../../api/client';
import type { ReportReview } from '../../api/review';
import { api } from '../../paths';
import type { Part } from '../../saving/StreamSaver';

/** What the officer means to say of a row; nobody but the ministry's side sees it. */
export interface RowDraft {
  verdict: 'CONFIRMED' | 'CONFIRMED_UNCHANGED' | 'QUERIED' | null;
  comment: string;
}

/** A query that says nothing yet: it holds up the sending. */
export const asksNothing = ({ verdict, comment }: { verdict: RowDraft['verdict']; comment: string | null }): boolean =>
  verdict === 'QUERIED' && !comment?.trim();

export const rowPartName = (number: number) => `row:${number}`;

export const rowDraftPart = (reportId: string, number: number): Part<ReportReview, RowDraft> => ({
  read: (review) => {
    const draft = review.rows.find((row) => row.number === number)?.draft;
    return { verdict: draft?.verdict ?? null, comment: draft?.comment ?? '' };
  },
  // A query without words is kept, too: from the choice on, no older note of the row can go out in its place.
  isComplete: () => true,
  write: ({ verdict, comment }, version) =>
    verdict === null
      ? remove(api.reviewRow(reportId, number), version)
      : put(
          api.reviewRow(reportId, number),
          { verdict: verdict === 'QUERIED' ? verdict : 'CONFIRMED', comment: comment.trim() || null },
          version,
        ),
});
