import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { InboxItem, ReceiptOutcome } from '../../api/generated/types.gen';
import { useSession } from '../../api/session';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { counted, dotted } from '../../i18n/punctuation';
import { ActDialog } from '../../ui/ActDialog';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { titleOf } from './items';

/** As many as the server takes at once. */
const MOST = 100;

/** Handed in, and nobody has said that it arrived. */
const isToReceive = ({ type, state, awaits, done }: InboxItem) =>
  type === 'REPORT_TO_REVIEW' && state === 'SUBMITTED' && !awaits && !done;

/** 受領 of several reports of the list at once: of those that are chosen here and of no other. */
export function Receipts({ items }: { items: InboxItem[] }) {
  // What it was opened for: what was received waits no more, and its outcome is still to be read.
  const [offered, setOffered] = useState<InboxItem[] | null>(null);
  const waiting = items.filter(isToReceive);
  return (
    <>
      {waiting.length > 0 && <Offer onOpen={() => setOffered(waiting)} />}
      {offered && <Choosing offered={offered} onClose={() => setOffered(null)} />}
    </>
  );
}

function Offer({ onOpen }: { onOpen: () => void }) {
  const t = useText();
  const { can } = useSession();
  return (
    can.recordReceipt && (
      <button type="button" className="button button-outline" onClick={onOpen}>
        {t('受領をまとめて記録', 'Record receipts')}
      </button>
    )
  );
}

function Choosing({ offered, onClose }: { offered: InboxItem[]; onClose: () => void }) {
  const t = useText();
  const [on, setOn] = useState(today());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const act = useAct(() =>
    call(api.recordReceipts, {
      body: { on, reports: offered.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version })) },
    }),
  );
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
  const [first, others] = [offered.slice(0, MOST), offered.length - MOST];
  if (act.data) return <Outcomes offered={offered} outcomes={act.data.outcomes} onClose={onClose} />;
  return (
    <ActDialog
      title={t('受領をまとめて記録', 'Record receipts')}
      act={act}
      confirm={t(`${chosen.size}件の受領を記録する`, `Record ${counted(chosen.size, 'receipt')}`)}
      isClosed={chosen.size === 0}
      onClose={onClose}
    >
      <TextField
        label={t('受領の日', 'Received on')}
        type="date"
        required
        max={today()}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <fieldset>
        <legend className="font-700">{t('受領した報告書', 'Reports received')}</legend>
        <p className="flex flex-wrap gap-x-3" hidden={first.length < 2}>
          <button
            type="button"
            className="button button-text button-small"
            onClick={() => setChosen(new Set(first.map(({ id }) => id)))}
          >
            {t(`${first.length}件すべてを選ぶ`, `Choose all ${first.length}`)}
          </button>
          <button type="button" className="button button-text button-small" onClick={() => setChosen(new Set())}>
            {t('選択を外す', 'Choose none')}
          </button>
        </p>
        <ul className="max-h-80 overflow-y-auto border-solid-gray-300 border-t">
          {first.map((item) => (
            <li key={item.id} className="border-solid-gray-300 border-b">
              <label className="flex cursor-pointer gap-3 py-2">
                <input
                  type="checkbox"
                  className="mt-1"
                  checked={chosen.has(item.id)}
                  onChange={(event) => choose(item.id, event.target.checked)}
                />
                <Named item={item} />
              </label>
            </li>
          ))}
        </ul>
        {others > 0 && (
          <p className="hint">
            {t(
              `一度に${MOST}件までです。残りの${others}件は、続けて記録できます。`,
              `${MOST} at once; ${others} more can follow.`,
            )}
          </p>
        )}
      </fieldset>
      <p className="hint">
        {t(
          '選んだ報告書だけに記録します。受付番号や受付印の写しを添えるものは、報告書の画面で一件ずつ記録してください。',
          'Only what is chosen is recorded. Where a number or a stamped copy belongs to it, record it on the screen of the report.',
        )}
      </p>
    </ActDialog>
  );
}

/** What came of each report, in the server's words. */
function Outcomes({
  offered,
  outcomes,
  onClose,
}: {
  offered: InboxItem[];
  outcomes: ReceiptOutcome[];
  onClose: () => void;
}) {
  const { t, language } = useLanguage();
  const recorded = outcomes.filter((outcome) => outcome.recorded).length;
  return (
    <Dialog title={t('受領の記録の結果', 'What was recorded')} onClose={onClose}>
      <p role="status" className="font-700">
        {recorded === outcomes.length
          ? t(`${recorded}件の受領を記録しました。`, `${counted(recorded, 'receipt')} recorded.`)
          : t(
              `${recorded}件の受領を記録しました。${outcomes.length - recorded}件は記録していません。`,
              `${counted(recorded, 'receipt')} recorded; ${outcomes.length - recorded} not.`,
            )}
      </p>
      <ul className="my-4 max-h-80 overflow-y-auto border-solid-gray-300 border-t">
        {outcomes
          .toSorted((one, other) => Number(one.recorded) - Number(other.recorded))
          .map((outcome) => (
            <li key={outcome.reportId} className="border-solid-gray-300 border-b py-2">
              <Named item={offered.find(({ id }) => id === outcome.reportId)} />
              <span className={`block text-[0.9375rem] ${outcome.recorded ? '' : 'font-700'}`}>
                {outcome.reason
                  ? t(`記録していません：${outcome.reason.ja}`, `Not recorded: ${outcome.reason[language]}`)
                  : t('受領を記録しました', 'recorded')}
              </span>
            </li>
          ))}
      </ul>
      <p className="text-right">
        <button type="button" data-begin className="button" onClick={onClose}>
          {t('一覧へ戻る', 'Back to the list')}
        </button>
      </p>
    </Dialog>
  );
}

function Named({ item }: { item: InboxItem | undefined }) {
  const { t, language } = useLanguage();
  return (
    item && (
      <span className="min-w-0">
        <span className="block font-700">{item.contractName}</span>
        <span className="hint block">{dotted([item.contractorName, titleOf(item, t, language)], t)}</span>
      </span>
    )
  );
}
