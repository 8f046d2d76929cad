import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { momentOf } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { form, type Offered } from '../../ui/FormDialog';
import { field } from '../../ui/FormFields';
import { conditionsField } from './Conditions';
import { grantSentence } from './words';

export const happened = (t: Text) =>
  field({
    name: 'actAt',
    label: t('いつのことか', 'When it happened'),
    kind: 'moment',
    required: true,
    hint: t(
      '過去でもかまいません。記録した時刻は別に残ります。',
      'May lie in the past; the time of recording is kept apart.',
    ),
  });
export const reason = (t: Text, label = t('理由', 'Reason')) =>
  field({ name: 'reason', label, kind: 'area', required: true });

/** What the ministry's side can do with a request. */
export function officerForms(act: Act, t: Text): Offered[] {
  const { id, version, wording, can } = act;
  const at = { path: { id }, version };
  // What is drafted is confirmed or dropped, not drafted again beside it.
  const isUndrafted = !act.draft || act.draft.stale;
  const grant = grantSentence(wording, t);
  const decline = t('不可とする', 'Decline');
  return [
    {
      label: grant,
      can: can.decideAct,
      isApt: isUndrafted,
      weight: 'main',
      form: form({
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
        send: (body) => call(api.decideAct, { ...at, body: { ...body, outcome: 'GRANTED' } }),
      }),
    },
    {
      label: t('照会する', 'Ask back'),
      can: can.inquireAct,
      form: form({
        title: t('受注者への照会', 'Ask the contractor'),
        confirm: t('照会を送る', 'Send'),
        fields: [{ name: 'text', label: t('お尋ねの内容', 'Question'), kind: 'area', required: true }],
        send: (body) => call(api.inquireAct, { ...at, body }),
      }),
    },
    {
      label: decline,
      can: can.decideAct,
      isApt: isUndrafted,
      form: form({
        title: decline,
        confirm: decline,
        start: { actAt: momentOf() },
        fields: [reason(t), happened(t)],
        send: (body) => call(api.decideAct, { ...at, body: { ...body, outcome: 'DECLINED' } }),
      }),
    },
    {
      label: t('この記録のとおりと確認する', 'Confirm this record'),
      can: can.confirmRecord,
      isApt: isUndrafted,
      weight: 'main',
      form: form({
        title: t('担当職員による確認', "The officer's confirmation"),
        confirm: t('確認する', 'Confirm'),
        above: t(
          '受注者が記録した内容が、実際の回答のとおりであることを確認します。',
          'What the contractor wrote down is what was really answered.',
        ),
        fields: [],
        send: () => call(api.confirmRecord, at),
      }),
    },
    {
      label: t('記録に異議がある', 'Object to the record'),
      can: can.objectToRecord,
      form: form({
        title: t('記録への異議', 'Objection'),
        fields: [reason(t)],
        send: (body) => call(api.objectToRecord, { ...at, body }),
      }),
    },
    {
      label: t(`${wording}を取り消す`, 'Withdraw it'),
      can: can.withdrawAct,
      weight: 'rare',
      form: form({
        title: t(`${wording}の取消し`, 'Withdrawal'),
        confirm: t('取り消す', 'Withdraw'),
        isDangerous: true,
        start: { actAt: momentOf() },
        fields: [reason(t), happened(t)],
        send: (body) => call(api.withdrawAct, { ...at, body }),
      }),
    },
    {
      label: t('所見を記録', 'Note an assessment'),
      can: can.assessAct,
      weight: 'rare',
      form: form({
        title: t('担当職員の所見', "Officer's assessment"),
        above: t('受注者にも表示されます。', 'The contractor sees it too.'),
        fields: [{ name: 'text', label: t('所見', 'Assessment'), kind: 'area', required: true }],
        send: (body) => call(api.assessAct, { ...at, body }),
      }),
    },
  ];
}
