import { useState } from 'react';
import type { Person, PersonMembership } from '../../api/access';
import { remove } from '../../api/client';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { roleName } from '../session/session';
import { useOrganisationAct } from './organisation';

/** Ends a role from a day on; what the person did in it stays under their name, office and date. */
export function EndMembership({
  organisationId,
  person,
  membership,
  onClose,
}: {
  organisationId: string;
  person: Person;
  membership: PersonMembership;
  onClose: () => void;
}) {
  const t = useText();
  const [on, setOn] = useState(today);
  const end = useOrganisationAct(
    organisationId,
    () => remove(api.membership(membership.id, on), person.version),
    onClose,
  );
  return (
    <ActDialog
      title={t('役割を終える', 'End the role')}
      act={end}
      onClose={onClose}
      confirm={t('終える', 'End')}
      isDangerous
    >
      <p>
        {t(
          `${person.name}さんは、この日から「${roleName(membership.role, t)}」として何も見ることも行うこともできません。これまでの記録はそのまま残ります。`,
          `From this day on ${person.name} sees and does nothing as ${roleName(membership.role, t)}. What was recorded stays.`,
        )}
      </p>
      <TextField
        label={t('終える日', 'First day without it')}
        type="date"
        required
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
    </ActDialog>
  );
}
