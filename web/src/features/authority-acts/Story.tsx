import type { HistoryEntry } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { Said, Signed } from '../../ui/Words';

/** What was asked for, as a request and every change of it say it. */
interface Asked {
  title: string;
  text: string;
  startsOn: string | null;
}
const askedIn = (entry: HistoryEntry) => entry.change.content as Asked | undefined;

/** When what is asked for was last changed since it was first asked; null where it never was. */
export const lastChanged = (history: HistoryEntry[]): string | null =>
  history.findLast(({ type }) => type === 'authority_act_request_changed')?.recordedAt ?? null;

/** All that happened to it, oldest first. Folded: the page says how it stands, this how it came to that. */
export function Story({ history, wording }: { history: HistoryEntry[]; wording: string }) {
  const { t } = useLanguage();
  return (
    <details className="mt-8">
      <summary className="heading-2 cursor-pointer">
        {t(`経過 ${history.length}件`, `History: ${history.length}`)}
      </summary>
      <ol className="mt-2 border-solid-gray-300 border-t">
        {history.map((entry, at) => (
          <li key={entry.version} className="border-solid-gray-300 border-b py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-700">{eventName(entry.type, wording, t)}</span>
              <Signed by={entry.actor} at={entry.recordedAt} />
            </p>
            <Before
              now={askedIn(entry)}
              before={history
                .slice(0, at)
                .flatMap((one) => askedIn(one) ?? [])
                .at(-1)}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What a change of the request replaced. */
function Before({ now, before }: { now: Asked | undefined; before: Asked | undefined }) {
  const { t, language } = useLanguage();
  if (!now || !before) return null;
  return (
    <div className="space-y-1 border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem]">
      {before.title !== now.title && <Said label={t('変更前の件名', 'Subject before')}>{before.title}</Said>}
      {before.text !== now.text && <Said label={t('変更前の内容', 'Text before')}>{before.text}</Said>}
      {before.startsOn !== now.startsOn && (
        <Said label={t('変更前の開始予定日', 'Planned start before')}>
          {before.startsOn ? formatDate(before.startsOn, language) : t('なし', 'none')}
        </Said>
      )}
    </div>
  );
}

const eventName = (type: string, wording: string, t: Text): string =>
  ({
    authority_act_requested: t('お願い', 'Asked for'),
    authority_act_request_changed: t('お願いの内容の変更', 'Request changed'),
    authority_act_inquired: t('照会', 'Asked back'),
    authority_act_answered: t('照会への回答', 'Answered'),
    authority_act_granted: t(wording, `Given (${wording})`),
    authority_act_declined: t('不可', 'Declined'),
    authority_act_withdrawn: t(`${wording}の取消し`, 'Withdrawn'),
    authority_act_cancelled: t('取下げ', 'Taken back'),
    authority_act_recorded_from_outside: t('受注者による記録', 'Recorded by the contractor'),
    authority_act_record_confirmed: t('記録の確認', 'Record confirmed'),
    authority_act_record_objected: t('記録への異議', 'Objection to the record'),
    authority_act_corrected: t('訂正', 'Corrected'),
    authority_act_assessed: t('担当職員の所見', 'Assessed by the officer'),
    authority_act_delivered: t('送付の記録', 'Sending recorded'),
    authority_act_started: t('開始の記録', 'Start recorded'),
    authority_act_target_changed: t('対象の変更', 'Its object changed'),
    authority_act_used: t('範囲の中での使用', 'Used within the scope'),
    authority_act_condition_kept: t('条件を守った記録', 'Condition kept'),
    communication_recorded: t('記録', 'Recorded'),
    communication_confirmed: t('確認', 'Confirmed'),
    communication_objected: t('異議', 'Objection'),
    communication_corrected: t('訂正', 'Corrected'),
  })[type] ?? t('記録', 'Recorded');
