import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { ReviewedKind } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { reviewedKindName, reviewedKinds, type SectionActProps } from './organisation';

export function ReviewRulesDialog({ data: { organisation }, section, onClose }: SectionActProps) {
  const t = useText();
  const [kinds, setKinds] = useState<ReviewedKind[]>(section.secondPairOfEyes);
  const set = useAct(
    () =>
      call(api.setReviewRules, {
        path: { id: organisation.id, sectionId: section.id },
        body: { secondPairOfEyes: kinds },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('二人での確認', 'Second check')} act={set} onClose={onClose}>
      <p>
        {t(
          '選んだものは、一人が起案し、別の一人が確認したときに成立します。',
          'Decisions of the kinds chosen take effect once one person has drafted them and another has confirmed them.',
        )}
      </p>
      <fieldset className="grid gap-1 sm:grid-cols-2">
        <legend className="sr-only">{t('二人で確認するもの', 'Checked by a second person')}</legend>
        {reviewedKinds.map((kind) => (
          <label key={kind} className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5"
              checked={kinds.includes(kind)}
              onChange={(event) =>
                setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
              }
            />
            {reviewedKindName(kind, t)}
          </label>
        ))}
      </fieldset>
    </ActDialog>
  );
}
