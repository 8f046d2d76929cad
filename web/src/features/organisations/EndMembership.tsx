import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { PersonDetails, PersonMembership } from '../../api/generated/types.gen';
import { roleName } from '../../api/session';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';

/** Ends a role from a day on; what the person did in it stays under their name, office and date. */
export function EndMembership({
  person,
  membership,
  onClose,
}: {
  person: PersonDetails;
  membership: PersonMembership;
  onClose: () => void;
}) {
  const t = useText();
  const [on, setOn] = useState(today);
  const end = useAct(
    () => call(api.endMembership, { path: { id: membership.id }, query: { on }, version: person.version }),
    onClose,
  );
  const role = roleName(membership.role, t);
  return (
    <ActDialog
      title={t('役割を解除する', 'End the role')}
      act={end}
      onClose={onClose}
      confirm={t('解除する', 'End the role')}
      isDangerous
    >
      <p>
        {t(
          `${person.name}さんは、指定した日から「${role}」としては何もできなくなります。これまでの記録は、そのまま残ります。`,
          `From the day below, ${person.name} can no longer act as “${role}”. Everything recorded so far stays.`,
        )}
      </p>
      <TextField
        label={t('解除する日', 'First day without the role')}
        type="date"
        required
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
    </ActDialog>
  );
}
