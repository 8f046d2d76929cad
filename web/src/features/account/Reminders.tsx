import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReminderDetails } from '../../api/generated/types.gen';
import { query } from '../../api/query';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { RadioField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { rhythmNames } from './rhythm';

/** How often one is reminded by mail of what waits, and in which language. A choice holds at once. */
export function Reminders() {
  const t = useText();
  const reminders = useQuery(query(api.getOwnReminders));
  return (
    <div id="reminders" className="scroll-mt-4">
      <Panel
        title={t('お知らせメール', 'Reminders by mail')}
        hint={t(
          '対応の必要な事項を、まだ済んでいないものだけ、1日に1通までにまとめてお送りします。内容は書かず、契約件名と期限とリンクだけを書きます。',
          'What waits for you and is not done yet, in one mail a day at the most: the contract, the day and a link, nothing of what was written.',
        )}
      >
        <Loaded query={reminders}>{(data) => <Choices data={data} />}</Loaded>
      </Panel>
    </div>
  );
}

function Choices({ data }: { data: ReminderDetails }) {
  const t = useText();
  const [wanted, setWanted] = useState({ rhythm: data.chosen, language: data.language });
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const send = useAct((body: typeof wanted) => {
    // Two choices in quick succession go one after the other.
    const sent = before.current.then(() => call(api.setOwnReminders, { body }));
    before.current = sent.catch(() => undefined);
    return sent;
  });
  // While it is on its way, what was chosen; then what holds.
  const now = send.isPending ? wanted : { rhythm: data.chosen, language: data.language };
  const choose = (change: Partial<typeof wanted>) => {
    setWanted({ ...now, ...change });
    send.mutate({ ...now, ...change });
  };
  if (data.address === null)
    return (
      <p>
        {t(
          'このアカウントにはメールアドレスがないため、お送りしません。',
          'This account has no address, so nothing is sent.',
        )}
      </p>
    );
  return (
    <div className="grid gap-4 py-3">
      {!data.goes && (
        <Notice
          tone="warning"
          title={t(
            'メールサーバーが設定されていないため、いまは送られません。',
            'No mail server is set up, so nothing is sent now.',
          )}
        />
      )}
      <p>
        {t('送り先：', 'To: ')}
        <span className="break-all">{data.address}</span>
      </p>
      <RadioField
        legend={t('頻度', 'How often')}
        value={now.rhythm ?? 'DEFAULT'}
        options={[
          {
            value: 'DEFAULT',
            label: t('標準', 'Standard'),
            hint: data.chosen === null ? rhythmNames(t)[data.rhythm] : undefined,
          },
          ...data.choices.map((value) => ({ value, label: rhythmNames(t)[value] })),
        ]}
        onChange={(value) => choose({ rhythm: value === 'DEFAULT' ? null : value })}
      />
      <RadioField
        legend={t('メールの言語', 'Language of mails')}
        value={now.language}
        options={[
          { value: 'JA', label: <span lang="ja">日本語</span> },
          { value: 'EN', label: <span lang="en">English</span> },
        ]}
        onChange={(language) => choose({ language })}
      />
      <p role="status" className="min-h-6 text-[0.8125rem]">
        {send.isPending ? t('保存中', 'Saving') : send.isSuccess && t('保存しました', 'Saved')}
      </p>
      <ProblemNotice error={send.error} />
      {data.isMandatory && (
        <p className="hint">
          {t(
            '期限を過ぎた事項と事故の第一報は、契約上の義務に関わるため、どの頻度でもお知らせします。',
            'What is late and first reports of incidents are told in any case: they are about duties under the contract.',
          )}
        </p>
      )}
    </div>
  );
}
