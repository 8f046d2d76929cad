import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as api from '../../api/generated/operations.gen';
import type { ReviewDetails, ReviewRowDetails } from '../../api/generated/types.gen';
import { refresh } from '../../api/query';
import { useText } from '../../i18n/language';
import { useIsBehind, useSaver, useUnsent } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { useListKeys } from '../../ui/useListKeys';
import { FoldedRows } from './FoldedRows';
import { NextReport } from './NextReport';
import { beginQuery } from './query';
import { ReviewRowItem } from './ReviewRowItem';
import { type RowDraft, rowDraftField, rowPartName } from './rowDraft';
import { groupName, groupOf, isFolded, isUndecided, rowGroups } from './rowGroups';
import { type Asked, askable, Sending } from './Sending';

/** Whether there is anything that this reader can say of the rows now. */
export const isToReview = ({ can, counts }: ReviewDetails): boolean =>
  may(can.draftVerdict) && counts.drafted + counts.undecided + counts.answered > 0;

/** All rows, those that need a look first; what is as last time or said already is folded, and what is left is confirmed in one stroke. */
export function ReviewRows({ review, reading }: { review: ReviewDetails; reading?: string }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isSent, setSent] = useState(false);
  const { reportId } = review;
  const load = () => refresh(queryClient, api.getReview, { path: { id: reportId } });
  const saver = useSaver<ReviewDetails>(`review/${reportId}`, review, load, () => void load().catch(() => {}));
  const parts = useUnsent(saver);
  const unsent = review.rows.filter((row) => parts.includes(rowPartName(row.number)));
  const isSaving = useIsBehind(saver, review) || unsent.length > 0;
  const choose = (row: ReviewRowDetails, verdict: RowDraft['verdict']) => {
    const name = rowPartName(row.number);
    saver.add(name, rowDraftField(reportId, row.number));
    saver.choose(name, { verdict, comment: saver.view<RowDraft>(name).value.comment });
  };
  const isReviewing = may(review.can.draftVerdict);
  const { ref, onKeyDown, next } = useListKeys<HTMLDivElement>((key, entry) => {
    if (!isReviewing) return false;
    const row = review.rows.find((one) => String(one.number) === entry.dataset.entry && isUndecided(one));
    if (key === 'a') setAsked('rest');
    else if (key === 's') setAsked('send');
    else if (key === 'c' && row) {
      choose(row, 'CONFIRMED');
      next(entry);
    } else if (key === 'q' && row) {
      beginQuery(
        () => choose(row, 'QUERIED'),
        () => entry,
      );
    } else return false;
    return true;
  });
  const groups = rowGroups
    .map((group) => ({ group, rows: review.rows.filter((row) => groupOf(row) === group) }))
    .filter(({ rows }) => rows.length > 0);
  const first = groups
    .flatMap(({ group, rows }) => (isFolded(group) ? [] : rows))
    .find((row) => isUndecided(row) && !row.draft);
  const begins = reading !== undefined && isToReview(review);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever reads one report after the other begins at its first row, once
  useEffect(() => {
    const now = document.activeElement;
    if (!begins || (now?.closest('main') && !now.matches('#main, h1'))) return;
    ref.current?.querySelector<HTMLElement>(first ? `[data-entry="${first.number}"]` : '[data-entry]')?.focus();
  }, []);
  // What is asked while a row is still on its way waits for it, unless the officer goes on with something else.
  const goOn = () => {
    if (asked && !askable(review, isSaving)[asked]) setAsked(null);
  };
  const items = (rows: ReviewRowDetails[]) =>
    rows.map((row) => (
      <ReviewRowItem
        key={row.number}
        review={review}
        row={row}
        saver={saver}
        isReviewing={isReviewing && isUndecided(row)}
        onDone={next}
      />
    ));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the rows, whose own controls do the same
    <div
      ref={ref}
      onPointerDown={goOn}
      onKeyDown={(event) => {
        goOn();
        onKeyDown(event);
      }}
    >
      {isReviewing && (
        <p className="hint mt-8 hidden md:block">
          {t(
            'キー操作（行の中）：j・k・↑↓ で移動、c で確認済にして次へ、q で照会を書く、Ctrl+Enter で書き終えて次へ、a で残りをまとめて確認済、s で送る',
            'Keys (in a row): j, k or arrows to move, c to confirm and go on, q to write a query, Ctrl+Enter to finish it and go on, a to confirm what is left, s to send',
          )}
        </p>
      )}
      {review.previousId && !review.rows.some(({ attention }) => attention.includes('CHANGED')) && (
        <p className="mt-4 font-700">
          {t('前回から変わった行はありません。', 'No row changed since the last report.')}
        </p>
      )}
      {groups.map(({ group, rows }) =>
        isFolded(group) ? (
          <FoldedRows key={group} name={group} title={groupName(group, rows.length, t)}>
            {items(rows)}
          </FoldedRows>
        ) : (
          <section key={group} aria-labelledby={`rows-${group}`}>
            <h2 id={`rows-${group}`} className="heading-2 mt-8">
              {groupName(group, rows.length, t)}
            </h2>
            {items(rows)}
          </section>
        ),
      )}
      {isToReview(review) && (
        <Sending
          review={review}
          unsent={unsent}
          isSaving={isSaving}
          asked={asked}
          onAsk={setAsked}
          onSent={() => setSent(true)}
        />
      )}
      {isReviewing && !isToReview(review) && (
        <NextReport reportId={reportId} isSettled={review.settled} reading={reading} takesFocus={isSent} />
      )}
    </div>
  );
}
