import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReviewDetails, ReviewRowDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { ActDialog } from '../../ui/ActDialog';
import { may, WhyNot } from '../../ui/can';
import { RemainingRows } from './RemainingRows';
import { isUndecided, numbered } from './rowGroups';

/** What is asked before it is done: to confirm the rest, or to send what is drafted. */
export type Asked = 'rest' | 'send';

/** What can be asked now; nothing while a row is on its way to the server, or its answer back. */
export const askable = ({ can, counts }: ReviewDetails, isSaving: boolean): Record<Asked, boolean> => ({
  rest: may(can.draftRemainingRows) && !isSaving,
  send: may(can.sendReview) && !isSaving && counts.drafted > 0,
});

/** The bar that stays in sight: how many drafts there are, and the two strokes that concern all rows. */
export function Sending({
  review,
  unsent,
  isSaving,
  asked,
  onAsk,
  onSent,
}: {
  review: ReviewDetails;
  unsent: ReviewRowDetails[];
  isSaving: boolean;
  asked: Asked | null;
  onAsk: (asked: Asked | null) => void;
  onSent: () => void;
}) {
  const t = useText();
  const { rows, counts, can, remainingRows } = review;
  const drafted = rows.flatMap(({ draft }) => draft ?? []);
  const queries = drafted.filter(({ verdict }) => verdict === 'QUERIED').length;
  const left = rows.filter((row) => !row.draft && isUndecided(row) && !row.review?.consultation).length;
  const is = askable(review, isSaving);
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
      {may(can.draftRemainingRows) && (
        <button type="button" className="button button-outline" disabled={!is.rest} onClick={() => onAsk('rest')}>
          {t(`残り${remainingRows.length}行を確認済にする`, `Confirm the ${counted(remainingRows.length, 'row')} left`)}
        </button>
      )}
      <button type="button" className="button" disabled={!is.send} onClick={() => onAsk('send')}>
        {t('まとめて送る', 'Send')}
      </button>
      {asked === 'rest' && is.rest && <RemainingRows review={review} onClose={() => onAsk(null)} />}
      {asked === 'send' && is.send && (
        <Send review={review} queries={queries} onClose={() => onAsk(null)} onSent={onSent} />
      )}
    </div>
  );
}

/** The one stroke that makes the drafts visible to the contractor. */
function Send({
  review,
  queries,
  onClose,
  onSent,
}: {
  review: ReviewDetails;
  queries: number;
  onClose: () => void;
  onSent: () => void;
}) {
  const t = useText();
  const { reportId, reportVersion, version, counts } = review;
  const send = useAct(
    () => call(api.sendReview, { path: { id: reportId }, body: { reportVersion }, version }),
    () => {
      onClose();
      onSent();
    },
  );
  return (
    <ActDialog
      title={t('確認の結果を受注者に送りますか', 'Send the results to the contractor?')}
      act={send}
      confirm={t('送る', 'Send')}
      beginsAtConfirm
      onClose={onClose}
    >
      <p>
        {t(
          `確認済 ${counts.drafted - queries}行、照会 ${queries}行が受注者に見えるようになります。`,
          `${counts.drafted - queries} confirmed and ${queries} queried rows become visible to the contractor.`,
        )}
      </p>
    </ActDialog>
  );
}
