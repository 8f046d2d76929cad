import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { InboxItem } from '../../api/generated/types.gen';
import { snoozesQuery } from '../../api/inbox';
import { useAct } from '../../api/useAct';
import { addDays } from '../../i18n/calendar';
import { formatDay, today } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { type Form, FormDialog, form } from '../../ui/FormDialog';
import { ProblemNotice } from '../../ui/Notice';

const WEEK = 7;

/** Lets the mails about one entry rest, for the reader alone; the entry stays where it is. */
export function Rest({ item, name }: { item: InboxItem; name: string }) {
  const { t, language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { type, id, key, contractId } = item;
  const thing = { type, id, key, contractId };
  const rests = useQuery(snoozesQuery).data?.find(
    (one) => one.type === type && one.id === id && one.key === key && one.contractId === contractId,
  );
  const end = useAct(() => call(api.endSnooze, { body: thing }));
  if (rests)
    return (
      <span className="flex flex-wrap items-center gap-x-2 text-[0.9375rem]">
        <span>
          {t(
            `お知らせメールは${formatDay(rests.until, language)}まで休み：${rests.reason}`,
            `No reminders until ${formatDay(rests.until, language)}: ${rests.reason}`,
          )}
        </span>
        <button
          type="button"
          className="button button-text button-small"
          aria-label={t(`お知らせを再開する：${name}`, `Remind again: ${name}`)}
          disabled={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('再開する', 'Remind again')}
        </button>
        <ProblemNotice error={end.error} />
      </span>
    );
  return (
    <>
      <button
        type="button"
        className="button button-text button-small"
        aria-label={t(`お知らせを休む：${name}`, `Pause reminders: ${name}`)}
        onClick={() => setOpen(true)}
      >
        {t('お知らせを休む', 'Pause reminders')}
      </button>
      {isOpen && (
        <FormDialog
          form={restForm(thing, t)}
          contractId={contractId}
          about={`${type}.${id}.${key}`}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

const restForm = (thing: Pick<InboxItem, 'type' | 'id' | 'key' | 'contractId'>, t: Text): Form =>
  form({
    title: t('お知らせメールを休む', 'Pause reminders'),
    above: t(
      'ご自分へのメールだけを休みます。この一覧からは消えず、期日も変わりません。',
      'Only the mails to you rest. The entry stays in the list, and its day stays.',
    ),
    confirm: t('休む', 'Pause'),
    start: { until: addDays(today(), WEEK) },
    fields: [
      {
        name: 'until',
        label: t('再開の日', 'Remind again from'),
        kind: 'date',
        required: true,
        hint: t('明日から31日後まで。', 'From tomorrow to 31 days from now.'),
      },
      { name: 'reason', label: t('理由', 'Reason'), required: true },
    ],
    send: (body) => call(api.snooze, { body: { ...thing, ...body } }),
  });
