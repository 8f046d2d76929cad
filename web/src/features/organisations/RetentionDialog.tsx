import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { defaultRetentionYears, type SectionActProps } from './organisation';

export function RetentionDialog({ data: { organisation }, section, onClose }: SectionActProps) {
  const t = useText();
  const [years, setYears] = useState(section.retentionYears?.toString() ?? '');
  const set = useAct(
    () =>
      call(api.setRetention, {
        path: { id: organisation.id, sectionId: section.id },
        body: { years: years ? Number(years) : null },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('報告書の保存期間', 'How long reports are kept')} act={set} onClose={onClose}>
      <TextField
        label={t('保存期間（年）', 'Years')}
        hint={t(
          `報告書が提出された年度の終わりから数えます。1年から30年までで、空にすると既定値の${defaultRetentionYears}年になります。`,
          `Counted from the end of the fiscal year in which the report was handed in: 1 to 30; empty for the default of ${defaultRetentionYears}.`,
        )}
        type="number"
        inputMode="numeric"
        min={1}
        max={30}
        value={years}
        onChange={(event) => setYears(event.target.value)}
      />
    </ActDialog>
  );
}
