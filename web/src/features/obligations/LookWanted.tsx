import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { ProblemNotice } from '../../ui/Notice';

/** What was recorded answers the words before the 変更契約: it does not count until somebody has read the new ones. */
export function LookWanted({ obligation }: { obligation: ObligationDetails }) {
  const t = useText();
  const { contractId, number, version, can } = obligation;
  const keep = useAct(() => call(api.keepRecord, { path: { contractId, number }, version }));
  return (
    <div className="rounded-8 border-2 border-solid-gray-800 border-dashed p-3 text-[0.9375rem]">
      <p className="font-700">
        {t('条文が変わりました。記録を見直してください', 'The words changed: look at the record')}
      </p>
      <p className="hint">
        {t(
          '変更契約の前に記録した内容です。見直すまで記録済みに数えません。',
          'Recorded before the amendment; it does not count until somebody has looked.',
        )}
      </p>
      {may(can.setStatus) || may(can.setStatementStatus) ? (
        <button
          type="button"
          className="button button-outline button-small mt-2"
          disabled={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {t('読んだ上で、この記録のままにする', 'Read it; keep the record as it is')}
        </button>
      ) : null}
      <ProblemNotice error={keep.error} />
    </div>
  );
}
