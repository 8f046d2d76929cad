import type { Act } from '../../api/acts';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import { useAct } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Signed } from '../../ui/Words';
import { Conditions } from './Conditions';
import { grantSentence } from './words';

/** 起案: a decision that takes effect when a second officer confirms it. The contractor never sees it. */
export function DecisionDraft({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  const { draft } = act;
  const at = { path: { draftId: draft?.id ?? '' }, version: draft?.version ?? 0 };
  const confirm = useAct(() => call(api.confirmDecisionDraft, at));
  const drop = useAct(() => call(api.discardDecisionDraft, at));
  if (!draft) return null;
  const word = draft.outcome === 'GRANTED' ? grantSentence(act.wording, t) : '不可とする';
  const drafted = draft.record === null ? word : 'この記録のとおりと確認する';
  const waiting = t(
    `起案「${drafted}」が確認を待っています`,
    draft.record === null
      ? `A drafted decision (${draft.outcome === 'GRANTED' ? act.wording : 'decline'}) waits for a second officer`
      : "The confirmation of the contractor's record is drafted and waits for a second officer",
  );
  const overtaken = t(
    `起案「${drafted}」は、その後に内容が変わったため確認できません`,
    'The act has changed since this was drafted: it can no longer be confirmed',
  );
  return (
    <Notice title={draft.stale ? overtaken : waiting}>
      <p>
        <Signed by={draft.draftedBy} at={draft.draftedAt} />
      </p>
      {draft.reason && <p className="pre">{draft.reason}</p>}
      <Conditions conditions={draft.conditions} />
      {draft.expiresOn && (
        <p>
          {t('この回答全体の有効期限：', 'Last day of the whole word: ')}
          {formatDate(draft.expiresOn, language)}
        </p>
      )}
      <p className="hint">
        {draft.stale
          ? t('内容を確かめて、改めて起案してください。', 'Look at it again, and draft anew.')
          : draft.record === null
            ? t(
                '別の担当職員が確認すると、受注者に伝わります。それまで受注者には見えません。',
                'It is given once another officer confirms it; until then the contractor does not see it.',
              )
            : t(
                '別の担当職員が確認すると、担当職員確認済となります。それまで起案は受注者には見えません。',
                'The record counts as confirmed once another officer confirms it; until then the contractor does not see the draft.',
              )}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!draft.mine && !draft.stale && (
          <button type="button" className="button" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('この起案のとおりとする', 'Confirm the draft')}
          </button>
        )}
        <button type="button" className="button button-outline" disabled={drop.isPending} onClick={() => drop.mutate()}>
          {t('起案を取り下げる', 'Drop the draft')}
        </button>
      </div>
      <ProblemNotice error={confirm.error ?? drop.error} />
    </Notice>
  );
}
