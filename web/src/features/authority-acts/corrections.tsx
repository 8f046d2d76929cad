import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import type { Communication } from '../../api/communications';
import * as api from '../../api/generated/operations.gen';
import type {
  CommunicationField,
  CorrectedField,
  CorrectionDetails,
  DateCorrectionDetails,
} from '../../api/generated/types.gen';
import { formatDate, formatInstant, momentOf } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { type Form, form } from '../../ui/FormDialog';
import type { FormField } from '../../ui/FormFields';
import { Signed } from '../../ui/Words';
import { reason } from './officerForms';
import { channelName } from './words';

type Field = CorrectedField | DateCorrectionDetails['date'] | 'VIA' | 'TEXT' | 'OUTCOME' | 'MEASURE' | 'BY';
// A field stands as `CONDITION 0` where there are several of it.
const fieldOf = (place: string) => place.split(' ')[0] as Field;
const conditionOf = (place: string) => (place.includes(' ') ? Number(place.split(' ')[1]) : undefined);

const names = (t: Text, number = ''): Record<Field, string> => ({
  ACT_AT: t('日時', 'When it happened'),
  EXPIRES_ON: t('期限', 'Expiry'),
  CHANNEL: t('手段', 'How'),
  NOTE: t('話の内容', 'What was said'),
  REASON: t('理由', 'Reason'),
  STARTS_ON: t('始める予定の日', 'Planned start'),
  STARTED_ON: t('始めた日', 'Start'),
  OFFICER_NAME: t('回答された方', 'Who answered'),
  TITLE: t('件名', 'Title'),
  CONDITION: t(`条件${number}`, `Condition ${number}`),
  CONDITION_DUE_ON: t(`条件${number}の期限`, `Last day of condition ${number}`),
  TEXT: t('内容', 'Text'),
  OUTCOME: t('結果', 'Outcome'),
  MEASURE: t('対策', 'Measure'),
  BY: t('いつまで', 'By when'),
  SUBMITTED_ON: t('提出の日', 'Day of submission'),
  VIA: t('提出の方法', 'Way of submission'),
  RECEIVED_ON: t('受領の日', 'Day of receipt'),
});
const isMoment = (field: string) => field === 'ACT_AT';
const isDay = (field: string) => /_ON$|^BY$/.test(field);
const isArea = (field: string) => ['NOTE', 'REASON', 'TEXT', 'OUTCOME', 'MEASURE', 'CONDITION'].includes(field);
const channels = ['MAIL', 'TELEPHONE', 'MEETING', 'PAPER', 'UNSENT'] as const;
const mayBeEmpty = new Set<Field>(['EXPIRES_ON', 'NOTE', 'STARTS_ON', 'MEASURE', 'BY', 'CONDITION_DUE_ON']);

/** What a field is called; one of several conditions by its number. */
const nameOf = (field: Field, condition: number | null | undefined, t: Text) =>
  names(t, typeof condition === 'number' ? String(condition + 1) : '')[field] ?? field;

/** 訂正: one field of an entry, with what stands there now to begin from. */
function correctionForm<F extends CorrectedField | CommunicationField>(
  now: Partial<Record<F | `${F} ${number}`, string | null>>,
  send: (body: { field: F; value: string | null; reason: string }, condition: number | undefined) => Promise<unknown>,
  t: Text,
): Form {
  const places = Object.keys(now) as F[];
  const said = (place: string) => nameOf(fieldOf(place), conditionOf(place), t);
  const kindOf = (field: Field): FormField['kind'] =>
    isMoment(field)
      ? 'moment'
      : isDay(field)
        ? 'date'
        : field === 'CHANNEL'
          ? 'choice'
          : isArea(field)
            ? 'area'
            : 'text';
  return form({
    title: t('訂正', 'Correction'),
    confirm: t('訂正する', 'Correct'),
    above: t(
      '元の内容と訂正の理由は、両者に見える形で残ります。',
      'The old value and the reason stay in sight of both sides.',
    ),
    start: { field: places[0] ?? '', ...Object.fromEntries(places.map((place) => [place, now[place] ?? ''])) },
    fields: [
      {
        name: 'field',
        label: t('訂正する欄', 'What to correct'),
        kind: 'choice',
        options: places.map((value) => ({ value, label: said(value) })),
      },
      ...places.map(
        (place): FormField => ({
          name: place,
          label: t(`正しい${said(place)}`, `Correct value: ${said(place)}`),
          kind: kindOf(fieldOf(place)),
          required: !mayBeEmpty.has(fieldOf(place)),
          hint: mayBeEmpty.has(fieldOf(place)) ? t('空にすると「なし」になります。', 'Empty means none.') : undefined,
          options: channels
            .filter((value) => value !== 'UNSENT' || 'TEXT' in now)
            .map((value) => ({ value, label: channelName(value, t) })),
          isShown: (values) => values.field === place,
        }),
      ),
      { ...reason(t, t('訂正の理由', 'Why')), name: 'why' },
    ],
    send: ({ field: place, why, ...values }) =>
      send({ field: fieldOf(place) as F, value: values[place] ?? null, reason: why }, conditionOf(place)),
  });
}

export function actCorrection(act: Act, t: Text): Form {
  const record = act.records.find(({ number }) => number === act.decision?.record);
  const all: Partial<Record<CorrectedField, string | null>> = {
    ACT_AT: act.decision ? momentOf(act.decision.actAt) : null,
    EXPIRES_ON: act.decision?.expiresOn,
    CHANNEL: record?.channel,
    OFFICER_NAME: record?.officerName,
    NOTE: record?.note,
    REASON: act.decision?.reason,
    STARTS_ON: act.startsOn,
    STARTED_ON: act.startedOn,
    TITLE: act.title,
  };
  const conditions = act.decision?.conditions ?? [];
  const now = Object.fromEntries(
    act.correctable.flatMap((field): [string, string | null][] => {
      if (field === 'CONDITION') return conditions.map(({ text }, i) => [`CONDITION ${i}`, text]);
      if (field === 'CONDITION_DUE_ON') return conditions.map(({ dueOn }, i) => [`CONDITION_DUE_ON ${i}`, dueOn]);
      return [[field, all[field] ?? null]];
    }),
  );
  return correctionForm<CorrectedField>(
    now,
    (body, condition) =>
      call(api.correctAct, { path: { id: act.id }, version: act.version, body: { ...body, condition } }),
    t,
  );
}

export function communicationCorrection(communication: Communication, t: Text): Form {
  const { consultation } = communication;
  return correctionForm<CommunicationField>(
    {
      TEXT: communication.text,
      ACT_AT: momentOf(communication.actAt),
      CHANNEL: communication.channel,
      ...(consultation && { OUTCOME: consultation.outcome, MEASURE: consultation.measure, BY: consultation.by }),
    },
    (body) => call(api.correctCommunication, { path: { id: communication.id }, version: communication.version, body }),
    t,
  );
}

/** What was put right: the value before, the one now, and why. */
export function CorrectionEntry({
  correction,
}: {
  correction: Omit<CorrectionDetails, 'condition'> & { condition?: number | null };
}) {
  const { t, language } = useLanguage();
  const field = correction.field as Field;
  const name = nameOf(field, correction.condition, t);
  const said = (value: string | null) => {
    if (!value) return t('なし', 'none');
    if (isMoment(field)) return formatInstant(value, language);
    if (isDay(field)) return formatDate(value, language);
    return field === 'CHANNEL' ? channelName(value as 'MAIL', t) : value;
  };
  return (
    <div className="text-[0.9375rem]">
      <p className="pre">
        <strong>{t(`訂正：${name}`, `Correction: ${name}`)}</strong> <del>{said(correction.oldValue)}</del> →{' '}
        <ins className="no-underline">{said(correction.newValue)}</ins>
      </p>
      <p className="pre">
        {t('理由：', 'Why: ')}
        {correction.reason}
      </p>
      <Signed by={correction.by} at={correction.recordedAt} />
    </div>
  );
}
