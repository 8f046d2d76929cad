import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { today } from '../../i18n/dates';
import type { Text } from '../../i18n/language';
import { form, type Offered } from '../../ui/FormDialog';
import { field } from '../../ui/FormFields';
import { conditionLine } from './Conditions';
import { actDelivery } from './delivery';
import { reason } from './officerForms';
import { outsideForm } from './outsideForm';
import { isOpenState } from './words';

/** What the contractor's side can do with its request. */
export function contractorForms(act: Act, t: Text): Offered[] {
  const { id, version, can } = act;
  const isOpen = isOpenState(act.state);
  const at = { path: { id }, version };
  return [
    {
      label: t('送ったことを記録', 'Record that it was sent'),
      can: can.deliverAct,
      isApt: act.unsent,
      weight: 'main',
      form: actDelivery(act, t),
    },
    {
      label: t('送っていなかった（記録を取り消す）', 'It was not sent (take the record back)'),
      can: can.deliverAct,
      isApt: act.delivery !== null && isOpen,
      weight: 'rare',
      form: form({
        title: t('送付の記録の取消し', 'Take the record back'),
        fields: [],
        send: () => call(api.deliverAct, { ...at, body: { channel: 'UNSENT' } }),
      }),
    },
    {
      label: t('送った方法・日時を訂正', 'Correct how and when it was sent'),
      can: can.deliverAct,
      isApt: act.delivery !== null,
      weight: 'rare',
      form: actDelivery(act, t),
    },
    {
      label: t('照会に回答する', 'Answer'),
      can: can.answerAct,
      weight: 'main',
      form: form({
        title: t('照会への回答', 'Answer'),
        confirm: sendWord(act, t),
        fields: [
          { name: 'text', label: t('回答', 'Answer'), kind: 'area', required: true },
          { name: 'fileIds', label: t('添える書類（任意）', 'Papers (optional)'), kind: 'files' },
        ],
        send: (body) => call(api.answerAct, { ...at, body }),
      }),
    },
    {
      label: isOpen
        ? t('電話・書面などの回答を記録', 'Note an answer by telephone or paper')
        : t('電話・書面などでの連絡を記録', 'Note what was said later'),
      can: can.recordFromOutside,
      weight: isOpen ? undefined : 'rare',
      form: outsideForm(act, t),
    },
    { label: t('使った記録をつける', 'Note a use'), can: can.useAct, form: standingUseForm(act, t) },
    {
      label: t('始めた日を記録', 'Note the start'),
      can: can.startUnderAct,
      form: form({
        title: t('始めた日', 'Started on'),
        start: { on: today() },
        fields: [{ name: 'on', label: t('始めた日', 'Started on'), kind: 'past', required: true }],
        send: (body) => call(api.startUnderAct, { ...at, body }),
      }),
    },
    {
      label: t('条件を守った記録', 'A condition was kept'),
      can: can.keepCondition,
      isApt: (act.decision?.conditions.length ?? 0) > 0,
      form: form({
        title: t('条件を守った記録', 'A condition was kept'),
        start: { on: today(), condition: '0' },
        fields: [
          {
            name: 'condition',
            label: t('条件', 'Condition'),
            kind: 'choice',
            options: (act.decision?.conditions ?? []).map((condition, index) => ({
              value: String(index),
              label: conditionLine(condition, t),
            })),
          },
          { name: 'on', label: t('日', 'Day'), kind: 'past', required: true },
          { name: 'text', label: t('どのように守ったか', 'How it was kept'), kind: 'area', required: true },
          { name: 'fileIds', label: t('証跡（任意）', 'Evidence (optional)'), kind: 'files' },
        ],
        send: (body) =>
          call(api.keepCondition, { path: { id }, body: { ...body, condition: Number(body.condition) }, version }),
      }),
    },
    {
      label: t('対象が変わったことを記録', 'What it is for has changed'),
      can: can.changeActTarget,
      weight: 'rare',
      form: form({
        title: t('対象の変更', 'A changed target'),
        fields: [
          { name: 'version', label: t('新しい版の番号', 'New version'), required: true },
          { name: 'summary', label: t('変わったところ', 'What changed'), kind: 'area', required: true },
        ],
        send: (body) =>
          call(api.changeActTarget, { path: { id }, body: { ...body, version: Number(body.version) }, version }),
      }),
    },
    {
      label: t('内容を直す', 'Change the request'),
      can: can.changeActRequest,
      weight: 'rare',
      form: form({
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
          call(api.changeActRequest, {
            path: { id },
            body: {
              ...body,
              mode: act.mode,
              scope: act.scope,
              startedOn: act.startedOn,
              target: act.target,
            },
            version,
          }),
      }),
    },
    {
      label: t('取り下げる', 'Take it back'),
      can: can.cancelAct,
      weight: 'rare',
      form: form({
        title: t('取下げ', 'Take it back'),
        fields: [reason(t)],
        send: (body) => call(api.cancelAct, { ...at, body }),
      }),
    },
  ];
}

/** 「送る」 is said only where the program itself brings it to an officer. */
const sendWord = (act: Act, t: Text) =>
  act.sectionIsHere ? t('回答を送る', 'Send') : t('回答を記録する', 'Record the answer');

/** A use is compared with the scope word by word, so what the scope names is chosen, not typed. */
function standingUseForm(act: Act, t: Text) {
  const { scope } = act;
  return form({
    title: t('包括の範囲での使用', 'A use within the scope'),
    start: { on: today(), people: scope?.people.join('\n') ?? '' },
    fields: [
      { name: 'on', label: t('日', 'Day'), kind: 'past', required: true },
      scoped('medium', t('媒体', 'Medium'), scope?.media),
      scoped('purpose', t('目的', 'Purpose'), scope?.purposes),
      scoped('place', t('場所', 'Place'), scope?.places),
      {
        name: 'people',
        label: t('扱った者（1行に1人）', 'People (one per line)'),
        kind: 'lines',
        required: (scope?.people.length ?? 0) > 0,
      },
      { name: 'note', label: t('備考（任意）', 'Note (optional)'), kind: 'area' },
    ],
    send: (body) => call(api.useAct, { path: { id: act.id }, body, version: act.version }),
  });
}

/** One of the words of a scope. */
export const oneOf = <const Name extends string>(name: Name, label: string, within: string[]) =>
  field({ name, label, kind: 'select', required: true, options: within.map((value) => ({ value, label: value })) });

const scoped = <const Name extends string>(name: Name, label: string, within: string[] = []) =>
  within.length > 0 ? oneOf(name, label, within) : field({ name, label });
