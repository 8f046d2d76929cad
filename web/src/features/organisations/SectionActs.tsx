import { DelegationDialog } from './DelegationDialog';
import type { SectionActProps } from './organisation';
import { RemindersDialog } from './RemindersDialog';
import { RetentionDialog } from './RetentionDialog';
import { ReviewRulesDialog } from './ReviewRulesDialog';
import { SectionMailDialog } from './SectionMailDialog';
import { SuccessionDialog } from './SuccessionDialog';

export type SectionAct = 'mail' | 'rules' | 'retention' | 'reminders' | 'delegation' | 'succession';

export function SectionActDialog({ act, ...props }: SectionActProps & { act: SectionAct }) {
  switch (act) {
    case 'mail':
      return <SectionMailDialog {...props} />;
    case 'rules':
      return <ReviewRulesDialog {...props} />;
    case 'retention':
      return <RetentionDialog {...props} />;
    case 'reminders':
      return <RemindersDialog {...props} />;
    case 'delegation':
      return <DelegationDialog {...props} />;
    case 'succession':
      return <SuccessionDialog {...props} />;
  }
}
