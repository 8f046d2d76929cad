import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReviewDetails, RowVerdict } from '../../api/generated/types.gen';
import type { SavedField } from '../../saving/savedField';

/** What the officer means to say of a row; nobody but the ministry's side sees it. */
export interface RowDraft {
  verdict: RowVerdict | null;
  comment: string;
}

/** A query that says nothing yet: it holds up the sending. */
export const asksNothing = ({ verdict, comment }: { verdict: RowDraft['verdict']; comment: string | null }): boolean =>
  verdict === 'QUERIED' && !comment?.trim();

export const rowPartName = (number: number) => `row:${number}`;

export const rowDraftField = (reportId: string, number: number): SavedField<ReviewDetails, RowDraft> => ({
  read: (review) => {
    const draft = review.rows.find((row) => row.number === number)?.draft;
    return { verdict: draft?.verdict ?? null, comment: draft?.comment ?? '' };
  },
  // A query without words is kept, too: from the choice on, no older note of the row can go out in its place.
  isComplete: () => true,
  write: ({ verdict, comment }, version) =>
    verdict === null
      ? call(api.takeBackVerdict, { path: { id: reportId, number }, version })
      : call(api.draftVerdict, {
          path: { id: reportId, number },
          body: { verdict: verdict === 'QUERIED' ? verdict : 'CONFIRMED', comment: comment.trim() || null },
          version,
        }),
});
