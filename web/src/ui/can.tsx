import { type ReactNode, useState } from 'react';
import type { Can } from '../api/generated/types.gen';
import { useLanguage } from '../i18n/language';
import { labelled } from '../i18n/punctuation';

/** Whether something can be done now. What the server says of that is read here and nowhere else. */
export const may = (can: Can | undefined): boolean => can === true;

/** Closed for now: what is never the reader's to do is not spoken of. */
const isClosed = (can: Can | undefined): boolean => can !== undefined && can !== true && can.code !== 'not-permitted';

/** Why something cannot be done, in the server's words; nothing when it can. */
export function WhyNot({ can, what }: { can: Can | undefined; what?: string }) {
  const { t, language } = useLanguage();
  if (!can || can === true) return null;
  const reason = can.reason[language];
  return <span className="hint block">{what ? labelled(what, reason, t) : reason}</span>;
}

/** An action where it can be done, and in its place why it cannot be done now. */
export function May({ can, what, children }: { can: Can | undefined; what?: string; children: ReactNode }) {
  if (may(can)) return children;
  return isClosed(can) && <WhyNot can={can} what={what} />;
}

/** Why several acts that stand together cannot be done now: one is said at once, more are folded. */
export function ClosedActs({ acts }: { acts: { label: string; can: Can }[] }) {
  const { t } = useLanguage();
  const [isTold, setTold] = useState(false);
  const closed = acts.filter(({ can }) => isClosed(can));
  const reasons = closed.map(({ label, can }) => <WhyNot key={label} can={can} what={label} />);
  if (closed.length <= 1) return reasons;
  return (
    <details className="basis-full" onToggle={(event) => setTold(event.currentTarget.open)}>
      <summary className="hint w-fit cursor-pointer">
        {t(`今はできないこと（${closed.length}）`, `What cannot be done now (${closed.length})`)}
      </summary>
      {isTold && reasons}
    </details>
  );
}
