import type { Act } from '../../api/acts';
import type { RecordDetails } from '../../api/generated/types.gen';
import { formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { FileLinks } from '../../ui/Files';
import { Chip, Said, Signed } from '../../ui/Words';
import { Conditions } from './Conditions';
import { channelName, dkimSentence, recordName, smimeSentence } from './words';

/** The officer's word: what, when, by whom, how it came here, and what went with it. */
export function GivenWord({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  const { decision, withdrawal } = act;
  const others = act.records.filter(({ number }) => number !== decision?.record);
  return (
    <section className="space-y-4">
      <h2 className="heading-2">{t('担当職員の回答', "The officer's answer")}</h2>
      {decision && <Decision act={act} decision={decision} />}
      {withdrawal && (
        <div className="space-y-1 rounded-8 border-2 border-solid-gray-800 p-4">
          <p className="font-700">{t(`${act.wording}は取り消されました`, 'Withdrawn')}</p>
          <p>{formatInstant(withdrawal.actAt, language)}</p>
          <p className="pre">{withdrawal.reason}</p>
          <Signed by={withdrawal.by} at={withdrawal.recordedAt} />
        </div>
      )}
      {!decision && !withdrawal && (
        <p>
          {act.cancellation
            ? t('回答の前に取り下げられました。', 'It was taken back before an answer.')
            : t('まだ回答はありません。', 'No answer yet.')}
        </p>
      )}
      {others.length > 0 && (
        <div>
          <h3 className="heading-3 mb-1">
            {decision
              ? t('そのほかの記録', 'Other records')
              : t('このシステムの外での回答の記録', 'Answers given elsewhere, as written down')}
          </h3>
          <ul className="space-y-3">
            {others.map((record) => (
              <li key={record.number} className="space-y-1 rounded-8 bg-solid-gray-50 p-3">
                <Record record={record} wording={act.wording} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What was decided; where it was given elsewhere, the record of it. */
function Decision({ act, decision }: { act: Act; decision: NonNullable<Act['decision']> }) {
  const { t, language } = useLanguage();
  const record = act.records.find(({ number }) => number === decision.record);
  return (
    <div className="space-y-2 rounded-8 border border-solid-gray-420 p-4">
      <p className="font-700 text-[1.125rem]">
        {decision.outcome === 'GRANTED'
          ? t(`${act.wording}されました`, `Given (${act.wording})`)
          : t('不可とされました', 'Declined')}
      </p>
      <p>
        <time dateTime={decision.actAt}>{formatInstant(decision.actAt, language)}</time>
        {record && ` ${channelName(record.channel, t)}`}
        {record?.officerName && ` ${record.officerName}`}
      </p>
      {decision.reason && <Said label={t('理由', 'Reason')}>{decision.reason}</Said>}
      <Conditions conditions={decision.conditions} kept={act.conditionsKept} />
      {decision.expiresOn && (
        <Said label={t('この回答全体の有効期限', 'Last day of the whole word')}>
          {formatDate(decision.expiresOn, language)}
        </Said>
      )}
      {record && <Evidence record={record} />}
      <p className="flex flex-wrap items-center gap-2">
        {record && <Chip tone={act.confirmed ? 'good' : 'dashed'}>{recordName('CONTRACTOR', act.confirmed, t)}</Chip>}
        <Signed by={decision.by} at={decision.recordedAt} />
      </p>
      {record?.statusBy && (
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-[0.875rem]">{t('担当職員による確認', 'Confirmed by')}</span>
          <Signed by={record.statusBy} at={record.statusAt} />
        </p>
      )}
    </div>
  );
}

/** What was said, and what proves it. */
function Evidence({ record }: { record: RecordDetails }) {
  const t = useText();
  const { note, mail, files } = record;
  const smime = smimeSentence(mail?.smime, t);
  return (
    <>
      {note && <Said label={t('話の内容', 'What was said')}>{note}</Said>}
      {mail && <p className="hint">{dkimSentence(mail.dkim, mail.signingDomain, t)}</p>}
      {smime && <p className="hint">{smime}</p>}
      <FileLinks files={files} />
    </>
  );
}

function Record({ record, wording }: { record: RecordDetails; wording: string }) {
  const { t, language } = useLanguage();
  const { status } = record;
  const outcomes = {
    GRANTED: t(`「${wording}します」`, `given (${wording})`),
    DECLINED: t('不可', 'declined'),
    INQUIRED: t('照会', 'asked back'),
    WITHDRAWN: t('取消し', 'withdrawn'),
  };
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={status === 'CONFIRMED' ? 'good' : status === 'OBJECTED' ? 'strong' : 'dashed'}>
          {status === 'OBJECTED'
            ? t('担当職員から異議あり', 'the officer objects')
            : recordName('CONTRACTOR', status === 'CONFIRMED', t)}
        </Chip>
        <strong>{outcomes[record.outcome]}</strong>
        <span>{channelName(record.channel, t)}</span>
        {record.officerName && <span>{record.officerName}</span>}
        <time dateTime={record.actAt}>{formatInstant(record.actAt, language)}</time>
      </p>
      {record.reason && <p className="pre">{record.reason}</p>}
      <Conditions conditions={record.conditions} />
      {record.expiresOn && (
        <Said label={t('この回答全体の有効期限', 'Last day of the whole word')}>
          {formatDate(record.expiresOn, language)}
        </Said>
      )}
      <Evidence record={record} />
      {record.objection && <Said label={t('異議の理由', 'Why the officer objects')}>{record.objection}</Said>}
      <p>
        <Signed by={record.by} at={record.recordedAt} />
        {record.statusBy && (
          <>
            {' → '}
            <Signed by={record.statusBy} at={record.statusAt} />
          </>
        )}
      </p>
    </>
  );
}
