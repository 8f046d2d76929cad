import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { officersOf, PersonSelect } from './OfficerSelect';
import type { SectionActProps } from './organisation';

export function DelegationDialog({ data, section, onClose }: SectionActProps) {
  const t = useText();
  const { organisation } = data;
  const [to, setTo] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const delegate = useAct(
    () =>
      call(api.delegate, {
        path: { id: organisation.id, sectionId: section.id },
        body: { toPersonId: to, from, until },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog
      title={t('決定を委任する', 'Delegate decisions')}
      act={delegate}
      onClose={onClose}
      confirm={t('委任する', 'Delegate')}
    >
      <p className="hint">
        {t(
          '期間中、委任した方は課室長に代わって、課室の契約について決定できます。',
          'During this time the delegate decides in place of the head of section, for all of the section’s contracts.',
        )}
      </p>
      <PersonSelect
        people={officersOf(data, section)}
        label={t('委任する相手', 'Delegate to')}
        value={to}
        onChange={setTo}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('この日から', 'From')}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t('この日まで', 'Valid until')}
          type="date"
          required
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}
