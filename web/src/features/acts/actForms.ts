import type { Act } from '../../api/acts';
import { post, put } from '../../api/client';
import { momentOf, today } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { api } from '../../paths';
import type { Form } from '../../ui/FormDialog';
import type { FormBody, FormField } from '../../ui/FormFields';
import { channelName, grantSentence } from './words';

const happened = (t: Text): FormField => ({
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
export function officerForms(act: Act, t: Text): { label: string; isOffered: boolean; isMain?: boolean; form: Form }[] {
  const { id, version, wording, can } = act;
  const send =
    (step: string, more: FormBody = {}) =>
    (body: FormBody) =>
      post(api.actStep(id, step), { ...body, ...more }, version);
  const grant = grantSentence(wording, t);
  const decline = t('不可とする', 'Decline');
  return [
    {
      label: grant,
      isOffered: can.decide === true,
      isMain: true,
      form: {
        title: grant,
        confirm: grant,
        start: { actAt: momentOf() },
        fields: [
          {
            name: 'conditions',
            label: t('条件（任意）', 'Conditions (optional)'),
            kind: 'lines',
            hint: t('1行に1つ', 'One a line'),
          },
          { name: 'expiresOn', label: t('期限（任意）', 'Expires on (optional)'), kind: 'date' },
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
      isOffered: can.decide === true,
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
      isOffered: can.confirmRecord === true,
      isMain: true,
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
      form: {
        title: t('担当職員の所見', "Officer's assessment"),
        above: t('受注者にも表示されます。', 'The contractor sees it too.'),
        fields: [{ name: 'text', label: t('所見', 'Assessment'), kind: 'area', required: true }],
        send: send('assessments'),
      },
    },
  ];
}

/** What the contractor's side can do with its request. */
export function contractorForms(
  act: Act,
  t: Text,
): { label: string; isOffered: boolean; isMain?: boolean; form: Form }[] {
  const { id, version, can } = act;
  const send =
    (step: string, more: FormBody = {}) =>
    (body: FormBody) =>
      post(api.actStep(id, step), { ...body, ...more }, version);
  return [
    {
      label: t('照会に回答する', 'Answer'),
      isOffered: can.answer === true,
      isMain: true,
      form: {
        title: t('照会への回答', 'Answer'),
        confirm: t('回答を送る', 'Send'),
        fields: [
          { name: 'text', label: t('回答', 'Answer'), kind: 'area', required: true },
          { name: 'fileIds', label: t('添える書類（任意）', 'Papers (optional)'), kind: 'files' },
        ],
        send: send('answers'),
      },
    },
    {
      label: t('電話・書面などの回答を記録', 'Note an answer by telephone or paper'),
      isOffered: can.recordOutside === true,
      form: outsideForm(act, t),
    },
    {
      label: t('使った記録をつける', 'Note a use'),
      isOffered: can.use === true,
      form: {
        title: t('包括の範囲での使用', 'A use within the scope'),
        start: { on: today() },
        fields: [
          { name: 'on', label: t('日', 'Day'), kind: 'past', required: true },
          { name: 'medium', label: t('媒体', 'Medium') },
          { name: 'purpose', label: t('目的', 'Purpose') },
          { name: 'place', label: t('場所', 'Place') },
          { name: 'people', label: t('扱った者（1行に1人）', 'People (one a line)'), kind: 'lines' },
          { name: 'note', label: t('備考', 'Note'), kind: 'area' },
        ],
        send: send('uses'),
      },
    },
    {
      label: t('始めた日を記録', 'Note the start'),
      isOffered: can.start === true,
      form: {
        title: t('始めた日', 'Started on'),
        start: { on: today() },
        fields: [{ name: 'on', label: t('始めた日', 'Started on'), kind: 'past', required: true }],
        send: send('start'),
      },
    },
    {
      label: t('条件を守った記録', 'A condition was kept'),
      isOffered: can.keepCondition === true && (act.decision?.conditions.length ?? 0) > 0,
      form: {
        title: t('条件を守った記録', 'A condition was kept'),
        start: { on: today(), condition: '0' },
        fields: [
          {
            name: 'condition',
            label: t('条件', 'Condition'),
            kind: 'choice',
            options: (act.decision?.conditions ?? []).map((label, index) => ({ value: String(index), label })),
          },
          { name: 'on', label: t('日', 'Day'), kind: 'past', required: true },
          { name: 'text', label: t('どのように守ったか', 'How it was kept'), kind: 'area', required: true },
          { name: 'fileIds', label: t('証跡（任意）', 'Evidence (optional)'), kind: 'files' },
        ],
        send: (body) =>
          post(api.actStep(id, 'conditions-kept'), { ...body, condition: Number(body.condition) }, version),
      },
    },
    {
      label: t('対象が変わったことを記録', 'What it is for has changed'),
      isOffered: can.recordTargetChange === true,
      form: {
        title: t('対象の変更', 'A changed target'),
        fields: [
          { name: 'version', label: t('新しい版の番号', 'New version'), required: true },
          { name: 'summary', label: t('変わったところ', 'What changed'), kind: 'area', required: true },
        ],
        send: (body) => post(api.actStep(id, 'target-changes'), { ...body, version: Number(body.version) }, version),
      },
    },
    {
      label: t('内容を直す', 'Change the request'),
      isOffered: can.change === true,
      form: {
        title: t('お願いの内容を直す', 'Change the request'),
        above: t(
          '直すと新しい版になり、担当職員に改めて見ていただきます。',
          'It becomes a new version that the officer reads anew.',
        ),
        start: { title: act.title, text: act.text, startsOn: act.startsOn ?? '', fileIds: act.files },
        fields: [
          { name: 'title', label: t('件名', 'Title'), required: true },
          { name: 'text', label: t('内容', 'What is asked for'), kind: 'area', required: true },
          { name: 'startsOn', label: t('始める予定の日', 'Planned start'), kind: 'date' },
          { name: 'fileIds', label: t('添える書類', 'Papers'), kind: 'files' },
        ],
        send: (body) =>
          put(
            api.actStep(id, 'request'),
            { ...body, kind: act.kind, mode: act.mode, scope: act.scope, startedOn: act.startedOn, target: act.target },
            version,
          ),
      },
    },
    {
      label: t('取り下げる', 'Take it back'),
      isOffered: can.cancel === true,
      form: { title: t('取下げ', 'Take it back'), fields: [reason(t)], send: send('cancellation') },
    },
  ];
}

const wasGranted = (values: Record<string, unknown>) => values.outcome === 'GRANTED';

/** What is asked about a word given elsewhere, by whatever channel it came. */
export function outsideFields(wording: string, isGranted: boolean, t: Text): FormField[] {
  return [
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
        ...(isGranted ? [{ value: 'WITHDRAWN', label: t('取消し', 'Withdrawn') }] : []),
      ],
    },
    {
      name: 'conditions',
      label: t('条件（1行に1つ、任意）', 'Conditions (one a line, optional)'),
      kind: 'lines',
      isShown: wasGranted,
    },
    { name: 'expiresOn', label: t('期限（任意）', 'Expires on (optional)'), kind: 'date', isShown: wasGranted },
    {
      name: 'reason',
      label: t('理由', 'Reason'),
      kind: 'area',
      required: true,
      isShown: (values) => values.outcome === 'DECLINED' || values.outcome === 'WITHDRAWN',
    },
    {
      name: 'note',
      label: t('話の内容（任意）', 'What was said (optional)'),
      kind: 'area',
      isShown: (values) => values.outcome !== 'INQUIRED',
    },
    {
      name: 'note',
      label: t('照会の内容', 'The question'),
      kind: 'area',
      required: true,
      isShown: (values) => values.outcome === 'INQUIRED',
    },
  ];
}

/** The officer's word given by telephone, on paper or at a meeting, written down by the contractor. */
function outsideForm(act: Act, t: Text): Form {
  const isPaper = (values: Record<string, unknown>) => values.channel === 'PAPER';
  return {
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
    send: (body) => post(api.actStep(act.id, 'outside-records'), body, act.version),
  };
}

/** A wrong entry is put right by the side that made it; the old value and the reason stay in sight of both. */
export function correctionForm(act: Act, t: Text): Form {
  const names: Record<string, string> = correctedFields(t);
  const isMoment = (values: Record<string, unknown>) => values.field === 'ACT_AT';
  const isDay = (values: Record<string, unknown>) => /_ON$/.test(String(values.field));
  return {
    title: t('訂正', 'Correction'),
    confirm: t('訂正する', 'Correct'),
    start: { field: 'ACT_AT', moment: act.actAt ? momentOf(act.actAt) : '' },
    fields: [
      {
        name: 'field',
        label: t('訂正する欄', 'What to correct'),
        kind: 'choice',
        options: Object.entries(names).map(([value, label]) => ({ value, label })),
      },
      { name: 'moment', label: t('正しい日時', 'Right time'), kind: 'moment', required: true, isShown: isMoment },
      { name: 'day', label: t('正しい日', 'Right day'), kind: 'date', required: true, isShown: isDay },
      {
        name: 'text',
        label: t('正しい内容', 'Right text'),
        required: true,
        isShown: (values) => !isMoment(values) && !isDay(values),
      },
      reason(t, t('訂正の理由', 'Why')),
    ],
    send: ({ field, moment, day, text, reason: why }) =>
      post(api.actStep(act.id, 'corrections'), { field, value: moment ?? day ?? text, reason: why }, act.version),
  };
}

export const correctedFields = (t: Text): Record<string, string> => ({
  ACT_AT: t('回答の日時', 'When it was given'),
  EXPIRES_ON: t('期限', 'Expiry'),
  STARTS_ON: t('開始予定日', 'Planned start'),
  STARTED_ON: t('開始日', 'Start'),
  TITLE: t('件名', 'Title'),
  REASON: t('理由', 'Reason'),
  NOTE: t('備考', 'Note'),
  OFFICER_NAME: t('回答された方', 'Who answered'),
});
