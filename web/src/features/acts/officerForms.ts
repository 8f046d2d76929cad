import type { Act } from '../../api/acts';
import { post } from '../../api/client';
import { momentOf } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';
import type { Offered } from '../../ui/FormDialog';
import type { FormBody, FormField } from '../../ui/FormFields';
import { conditionsField } from './Conditions';
import { grantSentence } from './words';

export const happened = (t: Text): FormField => ({
  name: 'actAt',
  label: t('いつのことか', 'When it happened'),
  kind: 'moment',
  required: true,
  hint: t(
    '過去でもかまいません。記録した時刻は別に残ります。',
    'May lie in the past; the time of recording is kept apart.',
  ),
});
export const reason = (t: Text, label = t('理由', 'Reason')): FormField => ({
  name: 'reason',
  label,
  kind: 'area',
  required: true,
});

/** What the ministry's side can do with a request. */
export function officerForms(act: Act, t: Text): Offered[] {
  const { id, version, wording, can } = act;
  const send =
    (step: string, more: FormBody = {}) =>
    (body: FormBody) =>
      post(api.actStep(id, step), { ...body, ...more }, version);
  // What is drafted is confirmed or dropped, not drafted again beside it.
  const isUndrafted = !act.draft || act.draft.stale;
  const decides = can.decide === true && isUndrafted;
  const grant = grantSentence(wording, t);
  const decline = t('不可とする', 'Decline');
  return [
    {
      label: grant,
      isOffered: decides,
      weight: 'main',
      form: {
        title: grant,
        confirm: grant,
        start: { actAt: momentOf() },
        fields: [
          conditionsField(t),
          {
            name: 'expiresOn',
            label: t('この回答全体の有効期限（任意）', 'Last day of the whole word (optional)'),
            kind: 'date',
          },
          happened(t),
        ],
        send: send('decision', { outcome: 'GRANTED' }),
      },
    },
    {
      label: t('照会する', 'Ask back'),
      isOffered: can.inquire === true,
      form: {
        title: t('受注者への照会', 'Ask the contractor'),
        confirm: t('照会を送る', 'Send'),
        fields: [{ name: 'text', label: t('お尋ねの内容', 'Question'), kind: 'area', required: true }],
        send: send('inquiries'),
      },
    },
    {
      label: decline,
      isOffered: decides,
      form: {
        title: decline,
        confirm: decline,
        start: { actAt: momentOf() },
        fields: [reason(t), happened(t)],
        send: send('decision', { outcome: 'DECLINED' }),
      },
    },
    {
      label: t('この記録のとおりと確認する', 'Confirm this record'),
      isOffered: can.confirmRecord === true && isUndrafted,
      weight: 'main',
      form: {
        title: t('担当職員による確認', "The officer's confirmation"),
        confirm: t('確認する', 'Confirm'),
        above: t(
          '受注者が記録した内容が、実際の回答のとおりであることを確認します。',
          'What the contractor wrote down is what was really answered.',
        ),
        fields: [],
        send: send('confirmation'),
      },
    },
    {
      label: t('記録に異議がある', 'Object to the record'),
      isOffered: can.object === true,
      form: { title: t('記録への異議', 'Objection'), fields: [reason(t)], send: send('objection') },
    },
    {
      label: t(`${wording}を取り消す`, 'Withdraw it'),
      isOffered: can.withdraw === true,
      weight: 'rare',
      form: {
        title: t(`${wording}の取消し`, 'Withdrawal'),
        confirm: t('取り消す', 'Withdraw'),
        isDangerous: true,
        start: { actAt: momentOf() },
        fields: [reason(t), happened(t)],
        send: send('withdrawal'),
      },
    },
    {
      label: t('所見を記録', 'Note an assessment'),
      isOffered: can.assess === true,
      weight: 'rare',
      form: {
        title: t('担当職員の所見', "Officer's assessment"),
        above: t('受注者にも表示されます。', 'The contractor sees it too.'),
        fields: [{ name: 'text', label: t('所見', 'Assessment'), kind: 'area', required: true }],
        send: send('assessments'),
      },
    },
  ];
}
