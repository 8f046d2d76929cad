import type { InboxCounts } from '../../api/generated/types.gen';
import type { InboxScope } from '../../api/inbox';

/** Who has nothing of their own begins with what the section has. */
export const scopeFor = ({ mine, section }: InboxCounts): InboxScope =>
  mine === 0 && section > 0 ? 'section' : 'mine';
