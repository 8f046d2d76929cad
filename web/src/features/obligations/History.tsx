import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry, ImplementationStatus } from '../../api/generated/types.gen';
import { historyQuery } from '../../api/queries';
import { type Text, useText } from '../../i18n/language';
import { Loaded } from '../../ui/Loaded';
import { StatusMark } from '../../ui/Status';
import { Signed } from '../../ui/Words';
import { groupHistory } from './groupHistory';

/** Everything that was recorded for the item, with who and when. */
export function History({ contractId, number }: { contractId: string; number: number }) {
  const t = useText();
  const history = useQuery(historyQuery(contractId, number));
  return (
    <Loaded query={history}>
      {(entries) =>
        entries.length === 0 ? (
          <p>{t('まだ記録はありません。', 'Nothing has been recorded yet.')}</p>
        ) : (
          <ol className="border-solid-gray-300 border-t">
            {groupHistory(entries).map(({ last, count }) => (
              <li key={last.version} className="border-solid-gray-300 border-b py-3">
                <p className="flex flex-wrap items-baseline gap-x-4 text-[0.875rem] text-solid-gray-700">
                  <Signed by={last.actor} at={last.recordedAt} />
                  {count > 1 && <span>{t(`続けて${count}回の変更`, `${count} changes in a row`)}</span>}
                </p>
                <Change entry={last} />
              </li>
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

const kindName = (type: string, t: Text): string =>
  ({
    obligation_opened: t('記録の始まり', 'Record begun'),
    obligation_moved_to_edition: t('変更契約により版が変わった', 'Edition changed by an amendment'),
    obligation_record_kept: t('変わった条文を読み、記録を保った', 'Words read, record kept'),
    obligation_record_reaffirmed: t('今期もこのとおり', 'Still holds'),
    obligation_set_aside: t('対象外になった', 'No longer in the edition'),
    obligation_status_set: t('実施状況', 'Status'),
    obligation_statement_status_set: t('細目の実施状況', 'Status of a sub-item'),
    compliance_method_set: t('遵守の方法', 'Method'),
    obligation_status_overridden: t('集計を上書き', 'Roll-up overridden'),
    obligation_override_lifted: t('上書きをやめた', 'Override lifted'),
    obligation_status_withdrawn: t('実施状況の記録を取り消した', 'Status withdrawn'),
    obligation_statement_status_withdrawn: t('細目の記録を取り消した', 'Status of a sub-item withdrawn'),
  })[type] ?? t('記録', 'Record');

function Change({ entry }: { entry: HistoryEntry }) {
  const t = useText();
  const { status, reason, method, overrideReason, statementId } = entry.change as {
    status?: ImplementationStatus | null;
    reason?: string | null;
    method?: string | null;
    overrideReason?: string | null;
    statementId?: string;
  };
  const statement = statementId?.slice(statementId.lastIndexOf('.') + 1);
  const text = [overrideReason, reason, method].filter(Boolean).join('\n');
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-700 text-[0.9375rem]">{kindName(entry.type, t)}</span>
        {statement && <span className="text-[0.875rem]">({statement})</span>}
        {status !== undefined && <StatusMark status={status} />}
      </p>
      {text && <p className="pre mt-1 text-[0.9375rem]">{text}</p>}
    </div>
  );
}
