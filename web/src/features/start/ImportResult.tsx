import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AnnexImportDetails, DiffPart, FormFinding, PieceMatch } from '../../api/generated/types.gen';
import { editionNamesQuery } from '../../api/queries';
import { useSending } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { DiffText } from '../../ui/DiffText';
import { Notice, ProblemNotice } from '../../ui/Notice';

/** What the importer recognised, what differs, what it could not read. Never a guess in silence. */
export function ImportResult({ result }: { result: AnnexImportDetails }) {
  const t = useText();
  const editions = useQuery(editionNamesQuery);
  const { match } = result;
  const name = editions.data?.find((edition) => edition.code === match.code)?.name ?? match.code;
  const title =
    match.kind === 'exact'
      ? t(`「${name}」と一致しました`, `This is "${name}"`)
      : match.kind === 'differs'
        ? t(`「${name}」に近く、違うところがあります`, `Close to "${name}", with differences`)
        : t('登録済みのどの版とも違います', 'This matches no known edition');
  return (
    <>
      <Notice tone={match.kind === 'exact' ? 'success' : 'warning'} title={title}>
        <p>
          {result.fileName && <span className="mr-3">{result.fileName}</span>}
          {t(
            `事項 ${result.requirements.length} 件・${result.form ? `別紙の行 ${result.form.rows.length} 件` : '別紙の様式なし'}`,
            `${result.requirements.length} requirements, ${result.form ? `${result.form.rows.length} form rows` : 'no report form'}`,
          )}
        </p>
        {match.kind !== 'exact' && <DraftOffer result={result} />}
      </Notice>
      <Warnings warnings={result.warnings} />
      <Compared
        heading={t('事項（別記の本文）', 'Requirements (the annex)')}
        rows={result.requirements.map((r) => ({ ...r, label: `${r.number})`, title: r.heading }))}
      />
      {result.form && (
        <Compared
          heading={t('別紙（報告書の行）', 'Form rows')}
          rows={result.form.rows.map((r) => ({ ...r, title: null }))}
        />
      )}
      {result.unread.length > 0 && (
        <details className="my-4">
          <summary className="cursor-pointer font-700">
            {t(`読み取らなかった部分（${result.unread.length}か所）`, `Passages not read (${result.unread.length})`)}
          </summary>
          <ul className="mt-2 max-h-80 space-y-2 overflow-y-auto">
            {result.unread.map((passage) => (
              <li key={passage.from} className="pre rounded-8 bg-solid-gray-50 p-3 text-[0.875rem]">
                {passage.text.length > 600 ? `${passage.text.slice(0, 600)}…` : passage.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const isNoise = ({ code }: FormFinding) => code === 'probable-extraction-noise';

/** What to compare with the original. Probable misreadings are many and alike: one line, and the list on request. */
function Warnings({ warnings }: { warnings: FormFinding[] }) {
  const { t, language } = useLanguage();
  if (warnings.length === 0) return null;
  const noise = warnings.filter(isNoise);
  const list = (findings: FormFinding[]) => (
    <ul className="list-disc space-y-1 pl-5">
      {findings.map((finding) => (
        <li key={finding.messages.en}>{finding.messages[language]}</li>
      ))}
    </ul>
  );
  return (
    <Notice tone="warning" title={t('原本と見比べてください', 'Please compare with the original')}>
      {list(warnings.filter((finding) => !isNoise(finding)))}
      {noise.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer">
            {t(
              `文字認識の誤りとみなして版のとおりに読んだ箇所が${noise.length}か所あります。原本を確認してください。`,
              `${noise.length} passages were taken as misreadings and read as the edition has them. Please check the original.`,
            )}
          </summary>
          <div className="mt-2">{list(noise)}</div>
        </details>
      )}
    </Notice>
  );
}

function DraftOffer({ result }: { result: AnnexImportDetails }) {
  const t = useText();
  const navigate = useNavigate();
  const draft = useSending({
    mutationFn: () =>
      call(api.startEditionDraft, {
        body: {
          code: `ED-${today().replaceAll('-', '')}`,
          name: result.fileName ?? t('読み取った版', 'Imported edition'),
          source: result.fileName ?? '',
          fileName: result.fileName,
          content: {
            contractorWord: result.contractorWord,
            opening: result.opening,
            requirements: result.requirements,
            form: result.form,
          },
        },
      }),
    onSuccess: (written) => {
      void navigate({ to: '/editions/drafts/$id', params: { id: written.id } });
    },
  });
  return (
    <div className="mt-3">
      <p>
        {t(
          '文言の違いが契約書どおりであれば、新しい版として登録できます。読み取りの誤りであれば、近い版のまま進めてください。',
          'If the contract really says so, register it as a new edition. If it was misread, continue with the closest one.',
        )}
      </p>
      <button
        type="button"
        className="button button-outline button-small mt-2"
        disabled={draft.isPending}
        onClick={() => draft.mutate()}
      >
        {t('新しい版の案を作る', 'Create a draft edition')}
      </button>{' '}
      <Link to="/editions" className="link text-[0.875rem]">
        {t('登録済みの版を見る', 'See the editions')}
      </Link>
      <ProblemNotice error={draft.error} />
    </div>
  );
}

interface ComparedRow {
  number: number;
  label: string;
  title: string | null;
  text: string;
  match: PieceMatch;
  diff: DiffPart[] | null;
}

const matchTone: Record<PieceMatch, string> = {
  equal: 'border-green-800 bg-green-50 text-green-1000',
  differs: 'border-yellow-900 bg-yellow-50 text-yellow-1200',
  new: 'border-blue-900 bg-blue-50 text-blue-1000',
  missing: 'border-error-1 bg-red-50 text-red-1000',
};

function Compared({ heading, rows }: { heading: string; rows: ComparedRow[] }) {
  const t = useText();
  const names: Record<PieceMatch, string> = {
    equal: t('一致', 'equal'),
    differs: t('違いあり', 'differs'),
    new: t('新しい', 'new'),
    missing: t('見つからない', 'missing'),
  };
  const notEqual = rows.filter((row) => row.match !== 'equal');
  const equal = rows.length - notEqual.length;
  return (
    <section className="my-6">
      <h2 className="heading-2">{heading}</h2>
      <p className="hint mt-1">
        {notEqual.length === 0
          ? t(`${rows.length}件すべて一致`, `all ${rows.length} equal`)
          : t(`一致 ${equal}件・違い等 ${notEqual.length}件`, `${equal} equal, ${notEqual.length} not`)}
      </p>
      <ul className="mt-2">
        {notEqual.map((row) => (
          <li key={row.number} className="border-solid-gray-300 border-b py-3">
            <p className="flex flex-wrap items-center gap-2 font-700">
              <span className={`chip ${matchTone[row.match]}`}>{names[row.match]}</span>
              {row.label} {row.title}
            </p>
            {row.diff ? <DiffText parts={row.diff} /> : <p className="pre text-[0.9375rem]">{row.text}</p>}
          </li>
        ))}
      </ul>
      {equal > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-[0.9375rem]">
            {t(`一致した${equal}件を見る`, `Show the ${equal} equal ones`)}
          </summary>
          <ul>
            {rows
              .filter((row) => row.match === 'equal')
              .map((row) => (
                <li key={row.number} className="border-solid-gray-300 border-b py-2 text-[0.875rem]">
                  <p className="font-700">
                    {row.label} {row.title}
                  </p>
                  <p className="pre">{row.text}</p>
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}
