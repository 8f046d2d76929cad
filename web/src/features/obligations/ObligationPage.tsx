import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ObligationDetails } from '../../api/generated/types.gen';
import { obligationQuery } from '../../api/queries';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { useSavedField } from '../../saving/useSaver';
import { may } from '../../ui/can';
import { Field, TextArea, TextField } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';
import { SaveMark } from '../../ui/SaveMark';
import { StatusMark } from '../../ui/Status';
import { methodField } from './fields';
import { History } from './History';
import { ObligationRecord, StatementList } from './ObligationRow';
import { useObligationSaver } from './useObligationSaver';
import { Withdraw, WithdrawStatements } from './Withdraw';

const route = getRouteApi('/contracts/$id/obligations/$number');

/** One item: its clause beside its form row, how it is kept, how it stands, and how that came about. */
export function ObligationPage() {
  const t = useText();
  const { id, number } = route.useParams();
  const { asOf } = route.useSearch();
  const obligation = useQuery(obligationQuery(id, Number(number), asOf));
  useTitleIn(id, t(`${number})の記録`, `Item ${number})`));
  return (
    <div className="page">
      <nav className="mb-3 flex flex-wrap justify-between gap-3 text-[0.9375rem]" aria-label={t('事項の移動', 'Items')}>
        <Link to="/contracts/$id/obligations" params={{ id }} hash={`row-${number}`} className="link">
          {t('遵守事項の一覧へ', 'All obligations')}
        </Link>
        <span className="flex gap-4">
          {Number(number) > 1 && <Neighbour id={id} number={Number(number) - 1} label={t('前', 'Previous')} />}
          <Neighbour id={id} number={Number(number) + 1} label={t('次', 'Next')} />
        </span>
      </nav>
      <Loaded query={obligation}>{(data) => <Item obligation={data} asOf={asOf} />}</Loaded>
    </div>
  );
}

function Neighbour({ id, number, label }: { id: string; number: number; label: string }) {
  return (
    <Link to="/contracts/$id/obligations/$number" params={{ id, number: String(number) }} className="link">
      {label} {number})
    </Link>
  );
}

function Item({ obligation, asOf }: { obligation: ObligationDetails; asOf: string | undefined }) {
  const t = useText();
  const { contractId, number } = obligation;
  return (
    <>
      <h1 className="heading-1">
        {number}) {obligation.heading}
      </h1>
      <AsOf contractId={contractId} number={number} asOf={asOf} />
      <div className="mt-6 grid gap-8 lg:grid-cols-2">
        <section>
          <h2 className="heading-2 mb-3">{t('実施状況', 'Status')}</h2>
          {asOf ? (
            <Past obligation={obligation} />
          ) : !obligation.reported ? (
            <p>
              {t(
                '続いている義務です。別紙で報告する行はありません。',
                'A continuous duty; the form has no row for it.',
              )}
            </p>
          ) : (
            <>
              <ObligationRecord obligation={obligation} legend={t(`${number})の実施状況`, `Status of ${number})`)} />
              {obligation.source === 'DIRECT' && may(obligation.can.setStatus) && <Withdraw obligation={obligation} />}
            </>
          )}
        </section>
        <section>
          <h2 className="heading-2 mb-3">{t('遵守の方法', 'How you comply')}</h2>
          {asOf ? (
            <p className="pre">{obligation.method ?? t('記録なし', 'none')}</p>
          ) : (
            <Method obligation={obligation} />
          )}
        </section>
      </div>
      {!asOf && obligation.reported && obligation.statements.length > 0 && (
        <section className="mt-8">
          <h2 className="heading-3 border-solid-gray-300 border-b pb-2">{t('細目ごとの実施状況', 'Sub-items')}</h2>
          <StatementList obligation={obligation} />
          <WithdrawStatements obligation={obligation} />
        </section>
      )}
      <div className="mt-10 grid gap-8 lg:grid-cols-2">
        <section>
          <h2 className="heading-3 mb-2">{t('別記の本文', 'The clause')}</h2>
          <p className="pre rounded-8 bg-solid-gray-50 p-4 text-[0.9375rem]">{obligation.clauseText}</p>
        </section>
        <section>
          <h2 className="heading-3 mb-2">{t('別紙の行の文', 'The form row')}</h2>
          <p className="pre rounded-8 bg-solid-gray-50 p-4 text-[0.9375rem]">
            {obligation.rowText ?? t('この事項は様式に行がありません。', 'This item has no row in the form.')}
          </p>
        </section>
      </div>
      <section className="mt-10">
        <h2 className="heading-2 mb-3">{t('履歴', 'History')}</h2>
        <History contractId={contractId} number={number} />
      </section>
    </>
  );
}

function AsOf({ contractId, number, asOf }: { contractId: string; number: number; asOf: string | undefined }) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const show = (date: string | undefined) =>
    navigate({
      to: '/contracts/$id/obligations/$number',
      params: { id: contractId, number: String(number) },
      search: { asOf: date },
    });
  return (
    <>
      <TextField
        label={t('この日の状態', 'As it was on')}
        type="date"
        max={today()}
        value={asOf ?? ''}
        onChange={(event) => show(event.target.value || undefined)}
        className="mt-3 max-w-52"
      />
      {asOf && (
        <Notice
          title={t(
            `${formatDate(asOf, language)}の終わりの状態を見ています`,
            `As it was at the end of ${formatDate(asOf, language)}`,
          )}
        >
          <button type="button" className="button button-outline button-small" onClick={() => show(undefined)}>
            {t('いまの状態に戻る', 'Back to now')}
          </button>
        </Notice>
      )}
    </>
  );
}

function Past({ obligation }: { obligation: ObligationDetails }) {
  return (
    <div className="space-y-3">
      <StatusMark status={obligation.status} />
      <p className="pre">{obligation.reason}</p>
      {obligation.statements
        .filter((statement) => statement.status)
        .map((statement) => (
          <p key={statement.id} className="text-[0.9375rem]">
            {statement.label} <StatusMark status={statement.status} /> {statement.reason}
          </p>
        ))}
    </div>
  );
}

function Method({ obligation }: { obligation: ObligationDetails }) {
  const { t, language } = useLanguage();
  const saver = useObligationSaver(obligation);
  const view = useSavedField(saver, 'method', methodField(obligation.contractId, obligation.number));
  return (
    <div className="space-y-2">
      <Field
        label={t('確認書類で示す方法', 'The method shown in the confirmation document')}
        hint={t(
          'だれが、いつ、何を使って守るか。個人の名前は書かないでください。',
          'Who, when and with what. Please name no individuals.',
        )}
      >
        {(attributes) => (
          <TextArea
            {...attributes}
            rows={4}
            maxLength={4000}
            readOnly={!may(obligation.can.setComplianceMethod)}
            value={view.value}
            onChange={(event) => saver.type('method', event.target.value)}
            onBlur={() => saver.leave('method')}
          />
        )}
      </Field>
      {view.state === 'conflict' && (
        <Notice tone="warning" title={t('ほかの人が先に変えました', 'Changed by someone else first')}>
          <p className="pre">{view.theirs}</p>
          <div className="mt-2 flex gap-2">
            <button
              type="button"
              className="button button-outline button-small"
              onClick={() => saver.keepMine('method')}
            >
              {t('自分の入力で保存', 'Save mine')}
            </button>
            <button
              type="button"
              className="button button-outline button-small"
              onClick={() => saver.takeTheirs('method')}
            >
              {t('上の文を使う', 'Use theirs')}
            </button>
          </div>
        </Notice>
      )}
      {view.problem && <p className="text-[0.875rem] text-error-2">{view.problem.messages[language]}</p>}
      <SaveMark state={view.state} />
    </div>
  );
}
