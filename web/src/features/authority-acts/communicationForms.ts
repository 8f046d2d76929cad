import { call } from '../../api/client';
import type { Communication } from '../../api/communications';
import * as api from '../../api/generated/operations.gen';
import type { Text } from '../../i18n/language';
import { form, type Offered } from '../../ui/FormDialog';
import { communicationCorrection } from './corrections';
import { reason } from './officerForms';

export function communicationForms(communication: Communication, t: Text): Offered[] {
  const { id, version, can, recordedBy } = communication;
  const at = { path: { id }, version };
  return [
    {
      label: t('この内容で確認済とする', 'Confirm it'),
      can: can.confirmCommunication,
      form: form({
        title: t('記録の確認', 'Confirm'),
        confirm: t('確認済とする', 'Confirm'),
        above:
          recordedBy === 'CONTRACTOR'
            ? t('受注者の記録のとおりであることを確認します。', 'It is as the contractor wrote it down.')
            : undefined,
        fields: [],
        send: () => call(api.confirmCommunication, at),
      }),
    },
    {
      label: t('記録に異議がある', 'Object'),
      can: can.objectToCommunication,
      weight: 'rare',
      form: form({
        title: t('記録への異議', 'Objection'),
        fields: [reason(t)],
        send: (body) => call(api.objectToCommunication, { ...at, body }),
      }),
    },
    {
      label: t('訂正する', 'Correct'),
      can: can.correctCommunication,
      weight: 'rare',
      form: communicationCorrection(communication, t),
    },
  ];
}
