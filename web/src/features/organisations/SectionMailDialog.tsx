import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import type { SectionActProps } from './organisation';

export function SectionMailDialog({ data: { organisation }, section, onClose }: SectionActProps) {
  const t = useText();
  const [mail, setMail] = useState(section.mail ?? '');
  const change = useAct(
    () =>
      call(api.changeSectionMail, {
        path: { id: organisation.id, sectionId: section.id },
        body: { mail: mail.trim() || null },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('共有アドレスの変更', 'Change the shared address')} act={change} onClose={onClose}>
      <TextField
        label={t('課室の共有メールアドレス', 'Shared address of the section')}
        hint={t(
          '契約についてのメールは、担当職員とこのアドレスに届きます。',
          'Mail about contracts goes to the officers in charge and to this address.',
        )}
        type="email"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
    </ActDialog>
  );
}
