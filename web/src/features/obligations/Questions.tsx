import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { Answers, ContractDetails } from '../../api/generated/types.gen';
import { contractQuery, questionsQuery } from '../../api/queries';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { ProblemNotice } from '../../ui/Notice';
import { useTitleIn } from '../../ui/Page';

const route = getRouteApi('/contracts/$id/questions');

/** Six questions from which the rows that do not apply, and their reasons, are proposed. */
export function Questions() {
  const t = useText();
  const { id } = route.useParams();
  const contract = useQuery(contractQuery(id));
  useTitleIn(id, t('六つの質問', 'Six questions'));
  return (
    <div className="page">
      <h1 className="heading-1">{t('六つの質問', 'Six questions')}</h1>
      <p className="mt-2 max-w-[48rem]">
        {t(
          '答えから、該当なしになりそうな事項とその理由の案を作ります。案はひとつずつ確かめてから採用します。答えはあとで変えられます。',
          'From the answers, the items that may not apply and their reasons are proposed. You accept each one. Answers can be changed later.',
        )}
      </p>
      <Loaded query={contract}>{(data) => <QuestionForm contract={data} />}</Loaded>
    </div>
  );
}

type Partly = { [key in keyof Answers]: boolean | null };
const isWhole = (answers: Partly): answers is Answers => Object.values(answers).every((answer) => answer !== null);
const unanswered: Partly = {
  subcontracting: null,
  bringsDevices: null,
  copiesOutside: null,
  cloud: null,
  systemOrSite: null,
  applicationOrContent: null,
};

function QuestionForm({ contract }: { contract: ContractDetails }) {
  const t = useText();
  const navigate = useNavigate();
  const asked = useQuery(questionsQuery(contract.id));
  const [answers, setAnswers] = useState<Partly>(contract.answers ?? unanswered);
  const save = useAct(
    (whole: Answers) =>
      call(api.answerQuestions, { path: { id: contract.id }, body: whole, version: contract.version }),
    () => navigate({ to: '/contracts/$id/proposals', params: { id: contract.id } }),
  );
  const questions: { key: keyof Answers; text: string }[] = [
    {
      key: 'subcontracting',
      text: t('業務の一部を再委託、外注又は請負に出しますか。', 'Is part of the work subcontracted or outsourced?'),
    },
    {
      key: 'bringsDevices',
      text: t('省内に端末や記録媒体を持ち込みますか。', 'Are devices or media brought into the ministry?'),
    },
    {
      key: 'copiesOutside',
      text: t(
        '省外で業務情報を複製しますか（バックアップ、印刷を含む）。',
        'Is information copied outside the ministry (backups and prints count)?',
      ),
    },
    {
      key: 'cloud',
      text: t('クラウドサービスを使いますか。', 'Are cloud services used?'),
    },
    {
      key: 'systemOrSite',
      text: t(
        '情報システムやウェブサイトの設計、構築、運用、廃棄等を行いますか。',
        'Is an information system or web site designed, built, run or closed?',
      ),
    },
    {
      key: 'applicationOrContent',
      text: t('アプリケーションやウェブコンテンツを作りますか。', 'Are applications or web content made?'),
    },
  ];
  // The server asks them in the same order.
  const numbersOf = (i: number) =>
    dotted(
      (asked.data?.[i]?.numbers ?? []).map((number) => `${number})`),
      t,
    );
  return (
    <form
      className="mt-6"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isWhole(answers)) save.mutate(answers);
      }}
    >
      {questions.map(({ key, text }, i) => (
        <fieldset
          key={key}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-solid-gray-300 border-b py-4"
        >
          <legend className="float-left min-w-0 flex-1 basis-80 font-700">
            {i + 1}. {text} <span className="hint nowrap font-400">{numbersOf(i)}</span>
          </legend>
          <div className="flex gap-2">
            {[true, false].map((answer) => (
              <label
                key={String(answer)}
                className="flex min-h-11 w-28 cursor-pointer items-center gap-2 rounded-8 border-2 border-solid-gray-420 px-3 hover:bg-solid-gray-50 has-checked:border-key-900 has-checked:bg-key-50 has-checked:font-700"
              >
                <input
                  type="radio"
                  name={key}
                  className="size-4.5"
                  checked={answers[key] === answer}
                  onChange={() => setAnswers({ ...answers, [key]: answer })}
                />
                {answer ? t('はい', 'Yes') : t('いいえ', 'No')}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <ProblemNotice error={save.error} />
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="submit" className="button" disabled={!isWhole(answers) || save.isPending}>
          {t('案を見る', 'See the proposals')}
        </button>
        <Link to="/contracts/$id/obligations" params={{ id: contract.id }} className="button button-text">
          {t('質問をとばす', 'Skip')}
        </Link>
      </div>
    </form>
  );
}
