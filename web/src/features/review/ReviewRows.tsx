import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReviewDetails, ReviewRowDetails } from '../../api/generated/types.gen';
import { refresh } from '../../api/query';
import { useAct } from '../../api/useAct';
import { type Text, useText } from '../../i18n/language';
import { counted, listed } from '../../i18n/punctuation';
import { useSaver, useUnsent } from '../../saving/useSaver';
import { ActDialog } from '../../ui/ActDialog';
import { May, may, WhyNot } from '../../ui/can';
import { ProblemNotice } from '../../ui/Notice';
import { useListKeys } from '../../ui/useListKeys';
import { beginQuery } from './query';
import { ReviewRowItem } from './ReviewRowItem';
import { type RowDraft, rowDraftField, rowPartName } from './rowDraft';

/** All rows, those that need a look first; unchanged 実施 rows are folded and can be confirmed in one stroke. */
export function ReviewRows({ review }: { review: ReviewDetails }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { reportId } = review;
  const load = () => refresh(queryClient, api.getReview, { path: { id: reportId } });
  const saver = useSaver<ReviewDetails>(`review/${reportId}`, review, load, () => void load().catch(() => {}));
  const unsent = useUnsent(saver);
  const unchanged = useAct(() => call(api.draftUnchangedRows, { path: { id: reportId }, version: review.version }));
  const choose = (row: ReviewRowDetails, verdict: RowDraft['verdict']) => {
    const name = rowPartName(row.number);
    saver.add(name, rowDraftField(reportId, row.number));
    saver.choose(name, { verdict, comment: saver.view<RowDraft>(name).value.comment });
  };
  const isReviewing = may(review.can.draftVerdict);
  const { ref, onKeyDown, next } = useListKeys<HTMLDivElement>((key, entry) => {
    const row = review.rows.find((one) => String(one.number) === entry.dataset.entry);
    if (!row || !isReviewing || !isUndecided(row)) return false;
    if (key === 'c') {
      choose(row, 'CONFIRMED');
      next(entry);
    } else if (key === 'q') {
      beginQuery(
        () => choose(row, 'QUERIED'),
        () => entry,
      );
    } else return false;
    return true;
  });
  // A draft moves no row: whoever is writing stays where they are.
  const first = review.rows.filter(
    ({ attention, review: said }) =>
      attention.length > 0 || said?.verdict === 'QUERIED' || said?.verdict === 'INSUFFICIENT',
  );
  const { unchangedRows } = review;
  const contradicting = review.rows.filter(
    (row) => row.unchanged && !row.review && !row.draft && !unchangedRows.includes(row.number),
  );
  const numbers = numbered(contradicting, t);
  const rest = review.rows.filter((row) => !first.includes(row));
  const { counts } = review;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the rows, whose own controls do the same
    <div ref={ref} onKeyDown={onKeyDown}>
      <h2 className="heading-2 mt-8">{t(`先に見る行 ${first.length}件`, `Rows to look at first: ${first.length}`)}</h2>
      {isReviewing && (
        <p className="hint hidden md:block">
          {t(
            'キー操作（行の中）：j・k・↑↓ で移動、c で確認済にして次へ、q で照会を書く、Ctrl+Enter で書き終えて次へ',
            'Keys (in a row): j, k or arrows to move, c to confirm and go on, q to write a query, Ctrl+Enter to finish it and go on',
          )}
        </p>
      )}
      {first.map((row) => (
        <ReviewRowItem
          key={row.number}
          review={review}
          row={row}
          saver={saver}
          isReviewing={isReviewing && isUndecided(row)}
          onDone={next}
        />
      ))}
      {first.length === 0 && <p className="py-4">{t('ありません。', 'None.')}</p>}
      {rest.length > 0 && (
        <>
          <div className="mt-10 flex flex-wrap items-end justify-between gap-3">
            <h2 className="heading-2">
              {review.previousId
                ? t(`前回から変わらない行 ${rest.length}件`, `As last time: ${counted(rest.length, 'row')}`)
                : t(`そのほかの行 ${rest.length}件`, `Other rows: ${rest.length}`)}
            </h2>
            <May
              can={review.can.draftUnchangedRows}
              what={t('変わらない行をまとめて確認済にする', 'Confirm the unchanged rows together')}
            >
              <button
                type="button"
                className="button button-outline"
                disabled={unchanged.isPending || unsent.length > 0}
                onClick={() => unchanged.mutate()}
              >
                {t(
                  `変わらない行 ${unchangedRows.length}件をまとめて確認済にする`,
                  `Confirm the unchanged rows together: ${unchangedRows.length}`,
                )}
              </button>
            </May>
          </div>
          {may(review.can.draftUnchangedRows) && (
            <p className="hint">
              {t(
                '「前回から変更なし（個別には未閲覧）」と記録されます。',
                'Recorded as “unchanged since last time (not read one by one)”. ',
              )}
              {contradicting.length > 0 &&
                t(
                  `記録と食い違う${contradicting.length}行（${numbers}）は含みません。一行ずつ確認してください。`,
                  `Not among them, as they contradict the records: ${numbers}. Please look at each of them.`,
                )}
            </p>
          )}
          <ProblemNotice error={unchanged.error} />
          {rest.map((row) => (
            <ReviewRowItem
              key={row.number}
              review={review}
              row={row}
              saver={saver}
              isReviewing={isReviewing && isUndecided(row)}
              onDone={next}
            />
          ))}
        </>
      )}
      {isReviewing && counts.drafted + counts.undecided + counts.answered > 0 && (
        <Sending
          review={review}
          unsent={review.rows.filter((row) => unsent.includes(rowPartName(row.number)))}
          left={review.rows.filter((row) => !row.draft && isUndecided(row) && !row.review?.consultation).length}
        />
      )}
    </div>
  );
}

/** What was said already stays said; an answered query is open again, and so is a measure that was agreed. */
const isUndecided = ({ review }: ReviewRowDetails) =>
  review === null || (review.verdict === 'QUERIED' && review.answered) || review.verdict === 'INSUFFICIENT';

const numbered = (rows: ReviewRowDetails[], t: Text) =>
  listed(
    rows.map(({ number }) => `${number})`),
    t,
  );

/** The bar that stays in sight: how many drafts there are, and the one button that makes them visible. */
function Sending({ review, unsent, left }: { review: ReviewDetails; unsent: ReviewRowDetails[]; left: number }) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const { reportId, reportVersion, version, rows, counts, can } = review;
  const drafted = rows.flatMap(({ draft }) => draft ?? []);
  const queries = drafted.filter(({ verdict }) => verdict === 'QUERIED').length;
  const send = useAct(
    () => call(api.sendReview, { path: { id: reportId }, body: { reportVersion }, version }),
    () => setAsked(false),
  );
  return (
    <div className="sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-x-6 gap-y-2 border-key-900 border-t-2 bg-white py-3 [@media(max-height:30rem)]:static">
      <p className="min-w-0 flex-1 basis-64">
        <strong>
          {t(
            `まだ送っていないもの ${counts.drafted}件（うち照会 ${queries}件）`,
            `Not sent yet: ${counts.drafted}, of these queries: ${queries}`,
          )}
        </strong>
        <span className="hint block">
          {t(
            `まだ見ていない行 ${left}件。送るまで受注者には見えません。`,
            `${counted(left, 'row')} left. The contractor sees nothing until it is sent.`,
          )}
        </span>
      </p>
      {unsent.length > 0 ? (
        <p className="hint">
          {t(
            `${numbered(unsent, t)}はまだ保存されていません。保存を待って送れます。`,
            `Not saved yet: ${numbered(unsent, t)}. It can be sent once they are.`,
          )}
        </p>
      ) : (
        <WhyNot can={drafted.length > 0 ? can.sendReview : true} />
      )}
      <button
        type="button"
        className="button"
        disabled={!may(can.sendReview) || unsent.length > 0 || counts.drafted === 0}
        onClick={() => setAsked(true)}
      >
        {t('まとめて送る', 'Send')}
      </button>
      {isAsked && (
        <ActDialog
          title={t('確認の結果を受注者に送りますか', 'Send the results to the contractor?')}
          act={send}
          confirm={t('送る', 'Send')}
          onClose={() => setAsked(false)}
        >
          <p>
            {t(
              `確認済 ${counts.drafted - queries}行、照会 ${queries}行が受注者に見えるようになります。`,
              `${counts.drafted - queries} confirmed and ${queries} queried rows become visible to the contractor.`,
            )}
          </p>
        </ActDialog>
      )}
    </div>
  );
}
