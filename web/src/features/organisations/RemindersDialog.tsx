import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReminderRhythm } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { RadioField } from '../../ui/Field';
import { rhythmNames } from '../account/rhythm';
import type { SectionActProps } from './organisation';

/** How often the section's people are written to who have not chosen themselves. */
export function RemindersDialog({ data: { organisation }, section, onClose }: SectionActProps) {
  const t = useText();
  const [rhythm, setRhythm] = useState<ReminderRhythm | 'DEFAULT'>(section.reminderRhythm ?? 'DEFAULT');
  const names = rhythmNames(t);
  const set = useAct(
    () =>
      call(api.setSectionReminders, {
        path: { id: organisation.id, sectionId: section.id },
        body: { rhythm: rhythm === 'DEFAULT' ? null : rhythm },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('お知らせメールの頻度', 'How often people are reminded')} act={set} onClose={onClose}>
      <RadioField
        legend={t('この課室の標準', 'Standard of this section')}
        value={rhythm}
        options={[
          { value: 'DEFAULT', label: t('既定値（週に1通）', 'Default (once a week)') },
          ...(['DAILY', 'WEEKLY', 'OFF'] as const).map((value) => ({ value, label: names[value] })),
        ]}
        onChange={setRhythm}
      />
      <p className="hint">
        {t(
          '自分で頻度を選んだ方には、その頻度でお送りします。',
          'Whoever chose themselves is written to as they chose.',
        )}
      </p>
    </ActDialog>
  );
}
