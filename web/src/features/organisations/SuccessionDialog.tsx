import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { TextField } from '../../ui/Field';
import { SuccessionPreview } from '../handover/SuccessionPreview';
import { officersOf, PersonSelect } from './OfficerSelect';
import type { SectionActProps } from './organisation';

/** 異動: what is open passes to the successor; what was decided stays with who decided it. */
export function SuccessionDialog({ data, section, onClose }: SectionActProps) {
  const t = useText();
  const [fromPersonId, setFromPerson] = useState('');
  const [toPersonId, setToPerson] = useState('');
  const [on, setOn] = useState(today);
  const [endMembership, setEndMembership] = useState(true);
  const people = officersOf(data, section);
  const canEnd = people
    .filter(({ id }) => id === fromPersonId)
    .some(({ memberships }) =>
      memberships.filter(({ sectionId }) => sectionId === section.id).every(({ can }) => may(can.endMembership)),
    );
  const succeed = useAct(
    () =>
      call(api.succeedOfficer, {
        path: { sectionId: section.id },
        body: { fromPersonId, toPersonId, on, endMembership: canEnd && endMembership },
      }),
    onClose,
  );
  return (
    <ActDialog
      title={t('後任への引継ぎ（異動）', 'Hand over to a successor')}
      act={succeed}
      onClose={onClose}
      confirm={t('引き継ぐ', 'Hand over')}
    >
      <p>
        {t(
          '指定した日から、前任の担当する契約と回答待ちの依頼を、後任が引き継ぎます。前任へのメールは止まります。これまでの記録は、前任の氏名・課室・日付のまま残ります。',
          'From the day below, the successor takes over the predecessor’s contracts and open requests, and mail to the predecessor stops. Everything done so far stays under the predecessor’s name, section and date.',
        )}
      </p>
      <PersonSelect people={people} label={t('前任', 'Predecessor')} value={fromPersonId} onChange={setFromPerson} />
      <PersonSelect
        people={people.filter(({ id }) => id !== fromPersonId)}
        label={t('後任', 'Successor')}
        value={toPersonId}
        onChange={setToPerson}
      />
      <TextField
        label={t('この日から', 'From')}
        type="date"
        required
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      {canEnd && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-5"
            checked={endMembership}
            onChange={(event) => setEndMembership(event.target.checked)}
          />
          {t('前任の、この課室での役割も解除する', 'Also end the predecessor’s role in this section')}
        </label>
      )}
      <SuccessionPreview
        sectionId={section.id}
        fromPersonId={fromPersonId}
        toPersonId={toPersonId}
        on={on}
        endMembership={canEnd && endMembership}
      />
    </ActDialog>
  );
}
