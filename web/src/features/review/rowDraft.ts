import { put, remove } from '../../api/client';
import type { ReportReview } from '../../api/review';
import { api } from '../../paths';
import type { Part } from '../../saving/StreamSaver';

/** What the officer means to say of a row; nobody but the ministry's side sees it. */
export interface RowDraft {
  verdict: 'CONFIRMED' | 'CONFIRMED_UNCHANGED' | 'QUERIED' | null;
  comment: string;
}

export const rowDraftPart = (reportId: string, number: number): Part<ReportReview, RowDraft> => ({
  read: (review) => {
    const draft = review.rows.find((row) => row.number === number)?.draft;
    return { verdict: draft?.verdict ?? null, comment: draft?.comment ?? '' };
  },
  isComplete: ({ verdict, comment }) => verdict !== 'QUERIED' || comment.trim() !== '',
  write: ({ verdict, comment }, version) =>
    verdict === null
      ? remove(api.reviewRow(reportId, number), version)
      : put(
          api.reviewRow(reportId, number),
          { verdict: verdict === 'QUERIED' ? verdict : 'CONFIRMED', comment: comment.trim() || null },
          version,
        ),
});
