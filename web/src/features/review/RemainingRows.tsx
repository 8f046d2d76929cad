import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReviewDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { ActDialog } from '../../ui/ActDialog';
import { isUndecided, numbered } from './rowGroups';

/** Confirms what is left in one stroke. Before it does, it says which rows these are, what is noted of each, and which are not among them. */
export function RemainingRows({ review, onClose }: { review: ReviewDetails; onClose: () => void }) {
  const t = useText();
  const { reportId, version, rows, remainingRows } = review;
  const inOrder = rows.toSorted((one, other) => one.number - other.number);
  const remaining = inOrder.filter(({ number }) => remainingRows.includes(number));
  const unchanged = remaining.filter((row) => row.unchanged);
  const fresh = remaining.filter((row) => !row.unchanged);
  const left = inOrder.filter((row) => isUndecided(row) && !row.draft && !remaining.includes(row));
  const act = useAct(() => call(api.draftRemainingRows, { path: { id: reportId }, version }), onClose);
  return (
    <ActDialog
      title={t(
        `残りの${remaining.length}行を確認済にしますか`,
        `Confirm the ${counted(remaining.length, 'row')} left?`,
      )}
      act={act}
      confirm={t('確認済にする', 'Confirm them')}
      beginsAtConfirm
      onClose={onClose}
    >
      <ul className="list-disc space-y-2 pl-6">
        {unchanged.length > 0 && (
          <li>
            {t(
              `前回から変わらない${unchanged.length}行（${numbered(unchanged, t)}）：「前回から変更なし（個別には未閲覧）」と記録します。`,
              `As last time (${numbered(unchanged, t)}): recorded as “unchanged since last time (not read one by one)”.`,
            )}
          </li>
        )}
        {fresh.length > 0 && (
          <li>
            {t(
              `前回の報告にない「実施」の${fresh.length}行（${numbered(fresh, t)}）：読んで確かめたものとして「確認済」と記録します。`,
              `Implemented, and in no report before (${numbered(fresh, t)}): recorded as “confirmed”, as read.`,
            )}
          </li>
        )}
      </ul>
      {left.length > 0 && (
        <p>
          {t(
            `次の${left.length}行（${numbered(left, t)}）は含みません。一行ずつ確認してください。`,
            `Not among them: ${numbered(left, t)}. Please look at each of them.`,
          )}
        </p>
      )}
      <p className="hint">
        {t(
          '下書きです。送るまで受注者には見えません。',
          'They are drafts: the contractor sees nothing until they are sent.',
        )}
      </p>
    </ActDialog>
  );
}
