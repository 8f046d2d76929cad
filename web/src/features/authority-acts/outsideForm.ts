import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { momentOf } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { type Form, form } from '../../ui/FormDialog';
import { type FormValues, fields } from '../../ui/FormFields';
import { conditionsField } from './Conditions';
import { happened } from './officerForms';
import { channelName } from './words';

const wasGranted = (values: FormValues) => values.outcome === 'GRANTED';

/** What is asked about a word given elsewhere, by whatever channel it came. */
export const outsideFields = (wording: string, isGranted: boolean, t: Text) =>
  fields(
    { name: 'officerName', label: t('回答された方', 'Who answered'), required: true },
    happened(t),
    {
      name: 'outcome',
      label: t('回答', 'Answer'),
      kind: 'choice',
      options: [
        { value: 'GRANTED', label: t(`「${wording}します」`, `Given (${wording})`) },
        { value: 'INQUIRED', label: t('照会', 'Asked back') },
        { value: 'DECLINED', label: t('不可', 'Declined') },
        ...(isGranted ? [{ value: 'WITHDRAWN' as const, label: t('取消し', 'Withdrawn') }] : []),
      ],
    },
    conditionsField(t, wasGranted),
    {
      name: 'expiresOn',
      label: t('この回答全体の有効期限（任意）', 'Last day of the whole word (optional)'),
      kind: 'date',
      isShown: wasGranted,
    },
    {
      name: 'reason',
      label: t('理由', 'Reason'),
      kind: 'area',
      required: true,
      isShown: (values: FormValues) => values.outcome === 'DECLINED' || values.outcome === 'WITHDRAWN',
    },
    {
      name: 'note',
      label: t('話の内容・補足（任意）', 'What was said (optional)'),
      kind: 'area',
      isShown: (values: FormValues) => values.outcome !== 'INQUIRED',
    },
    {
      name: 'note',
      label: t('照会の内容', 'The question'),
      kind: 'area',
      required: true,
      isShown: (values: FormValues) => values.outcome === 'INQUIRED',
    },
  );

/** The officer's word given by telephone, on paper or at a meeting, written down by the contractor. */
export function outsideForm(act: Act, t: Text): Form {
  const isPaper = (values: FormValues) => values.channel === 'PAPER';
  return form({
    title: t('このシステムの外での回答を記録', 'Note an answer given elsewhere'),
    start: { outcome: 'GRANTED', channel: 'TELEPHONE', actAt: momentOf() },
    fields: [
      {
        name: 'channel',
        label: t('どのように', 'How'),
        kind: 'choice',
        options: (['TELEPHONE', 'MEETING', 'PAPER'] as const).map((value) => ({ value, label: channelName(value, t) })),
      },
      ...outsideFields(act.wording, act.state === 'GRANTED', t),
      { name: 'fileIds', label: t('書面の写し', 'Scan of the paper'), kind: 'files', isShown: isPaper },
    ],
    send: (body) => call(api.recordFromOutside, { path: { id: act.id }, body, version: act.version }),
  });
}
