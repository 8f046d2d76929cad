import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { formatInstant } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { CopyButton } from '../../ui/CopyButton';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';

/** The secret address by which a calendar program shows one's own 期限. It is shown once, when it is made. */
export function CalendarFeed() {
  const { t, language } = useLanguage();
  const calendar = useQuery(query(api.getOwnCalendar));
  const [address, setAddress] = useState<string | null>(null);
  const make = useAct(
    () => call(api.makeOwnCalendar),
    (made) => setAddress(made.address),
  );
  const revoke = useAct(
    () => call(api.revokeOwnCalendar),
    () => setAddress(null),
  );
  return (
    <div id="calendar" className="scroll-mt-4">
      <Panel
        title={t('カレンダーへの登録', 'In your calendar')}
        hint={t(
          'Outlook、Google カレンダー、Apple カレンダー等に、あなたの期限と目安日を終日の予定として表示します。',
          'Shows your dates due and guide dates as all-day entries in Outlook, Google or Apple calendars.',
        )}
      >
        <Loaded query={calendar}>
          {({ since }) => (
            <div className="grid gap-3 py-3">
              {address && (
                <Notice
                  tone="success"
                  title={t(
                    'アドレスを作りました。ここに表示されるのは今だけです。',
                    'Here is the address. It is shown only now.',
                  )}
                >
                  <p className="break-all">
                    <code>{address}</code>
                  </p>
                  <div className="mt-3 flex flex-wrap gap-2">
                    <CopyButton text={address} label={t('アドレスをコピー', 'Copy the address')} />
                    <a className="button button-outline button-small" href={address.replace(/^https?:/, 'webcal:')}>
                      {t('この端末のカレンダーで開く', 'Open in this device’s calendar')}
                    </a>
                  </div>
                  <p className="mt-3">
                    {t(
                      'カレンダーの「URL で追加」「照会」に貼り付けてください。このアドレスを知っている人は、サインインせずにあなたの期限を見ることができます。',
                      'Paste it where your calendar adds one “by URL”. Whoever knows it sees your dates without signing in.',
                    )}
                  </p>
                </Notice>
              )}
              {since === null ? (
                <p>{t('まだ登録用のアドレスはありません。', 'There is no address yet.')}</p>
              ) : (
                <p>
                  {t('使用中のアドレス：', 'Address in use since ')}
                  <time dateTime={since}>{formatInstant(since, language)}</time>
                  {t(' に作成', '')}
                </p>
              )}
              <ProblemNotice error={make.error ?? revoke.error} />
              <div className="flex flex-wrap gap-2">
                <button
                  type="button"
                  className="button button-outline"
                  disabled={make.isPending}
                  onClick={() => make.mutate()}
                >
                  {since === null
                    ? t('登録用のアドレスを作る', 'Make an address')
                    : t('アドレスを作り直す（前のアドレスは使えなくなります）', 'Make it anew (the former ends)')}
                </button>
                {since !== null && (
                  <button
                    type="button"
                    className="button button-text"
                    disabled={revoke.isPending}
                    onClick={() => revoke.mutate()}
                  >
                    {t('アドレスを取り消す', 'Take it back')}
                  </button>
                )}
              </div>
            </div>
          )}
        </Loaded>
      </Panel>
    </div>
  );
}
