import type { Page } from '@playwright/test'
import { officeName } from './accounts'
import { expect, type Office, openInbox, type Party, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

const name = 'キーボードで確認する契約'
let id: string
let reportId: string

/** Presses a key until the focus is on what is looked for. */
async function pressTo(page: Page, key: string, found: string | RegExp, most = 120): Promise<void> {
  const focused = page.locator(':focus')
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key)
    if ((await focused.count()) === 1 && (await focused.evaluate((e) => `${e.closest('[data-entry]')?.getAttribute('aria-label') ?? ''}${e.closest('label')?.innerText ?? ''}${(e as HTMLElement).innerText ?? ''}`)).match(found)) return
  }
  throw new Error(`${found} not reached with ${most} times ${key}`)
}

/** A report of a period, finalised and handed in by this system. */
async function handIn({ world }: Party, period: number, contract = id): Promise<string> {
  const periods = await world.get<{ from: string; to: string }[]>(`contracts/${contract}/periods`)
  const { id: report } = await world.post(`contracts/${contract}/reports`, { from: periods[period]?.from, to: periods[period]?.to })
  await world.finalise(report)
  await world.post(`reports/${report}/submission`, { via: 'SYSTEM' }, (await world.get<{ version: number }>(`reports/${report}`)).version)
  return report
}

test.beforeAll(async ({ contractor }) => {
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  id = (await contractor.world.contract(name, offices.find((one) => one.name === officeName))).id
  await contractor.world.recordAll(id)
  for (const title of ['端末の持込み', '名簿の印刷', '会議サービスの利用'])
    await contractor.world.post(`contracts/${id}/authority-acts`, { subject: 'COPY_OUTSIDE', kind: 'PERMIT', title, text: 'お願いします。' })
  reportId = await handIn(contractor, 0)
})

test('要対応一覧: moved through, opened and come back to, narrowed down, without a mouse', async ({ officer }) => {
  const { page } = officer
  const focused = page.locator(':focus')
  await openInbox(page)
  await expect(focused).toHaveAttribute('data-entry', /.+/)
  await pressTo(page, 'j', /名簿の印刷/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '名簿の印刷' })).toBeVisible()
  await expect(focused).toHaveText('次を読む')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 1, name: '会議サービスの利用' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { level: 1, name: '名簿の印刷' })).toBeVisible()
  await pressTo(page, 'Tab', /^一覧へ戻る$/)
  await page.keyboard.press('Enter')
  await expect(focused).toContainText('名簿の印刷')
  await pressTo(page, 'Shift+Tab', /^報告の確認\s*\d+$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=REPORT_TO_REVIEW/)
  await expect(page.getByRole('listitem').filter({ hasText: '名簿の印刷' })).toHaveCount(0)
  await pressTo(page, 'Shift+Tab', /^課室全体/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/scope=section/)
  await pressTo(page, 'Tab', name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '報告の確認' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/scope=section/)
  await expect(focused).toContainText(name)
})

test('a report is reviewed and sent without a mouse', async ({ officer, contractor }) => {
  const { page } = officer
  await page.goto('/inbox?kind=REPORT_TO_REVIEW')
  await page.getByRole('listitem').getByRole('link').filter({ hasText: name }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '報告の確認' })).toBeVisible()
  // The row that contradicts the requests of this contract comes first, and the keys begin there.
  await expect(page.locator(':focus')).toHaveAttribute('id', 'row-7')
  await page.keyboard.press('c')
  await expect(page.locator(':focus')).toHaveAttribute('id', 'row-8')
  await page.keyboard.press('q')
  await page.keyboard.type('中間の消去の予定をお知らせください。')
  await page.keyboard.press('Control+Enter')
  // 該当なし of a first report is looked at by itself, too.
  await expect(page.locator(':focus')).toHaveAttribute('id', 'row-13')
  await page.keyboard.press('c')
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog').getByText('読んで確かめたものとして「確認済」と記録します。')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('まだ送っていないもの 16件（うち照会 1件）')).toBeVisible()
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog').getByText('確認済 15行、照会 1行が受注者に見えるようになります。')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('照会あり').first()).toBeVisible()

  const theirs = contractor.page
  await theirs.goto(`/reports/${reportId}`)
  await theirs.locator('#row-8').getByLabel('8)の照会への回答').fill('12月に予定しています。')
  await theirs.locator('#row-8').getByRole('button', { name: '回答を送る' }).click()
})

test('the next report: what did not change is confirmed in one stroke, a row is 不十分 by a 協議, its thread goes on', async ({ contractor, officer }) => {
  const { page } = officer
  await page.goto(`/reports/${reportId}/review`)
  await page.locator('#row-8').focus()
  await page.keyboard.press('c')
  await page.getByRole('button', { name: 'まとめて送る' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送る', exact: true }).click()
  await expect(page.getByText('確認済み').first()).toBeVisible()

  await contractor.world.setStatus(id, 12, 'NOT_APPLICABLE', '約款によるサービスを使わないため。')
  const next = await handIn(contractor, 1)
  await page.goto(`/reports/${next}/review`)
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('変わった行・やりとりのある行 1件')
  await page.getByRole('button', { name: /^残り\d+行を確認済にする/ }).click()
  await expect(page.getByRole('dialog').getByText('7)、12)）は含みません。一行ずつ確認してください。')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '確認済にする' }).click()
  await expect(page.getByText(/^まだ送っていないもの [1-9]\d*件/)).toBeVisible()
  await expect(page.locator('#row-7').getByText('記録と食い違い')).toBeVisible()
  await expect(page.locator('#row-7').getByText('前回から変更なし（個別には未閲覧）')).toBeHidden()
  await page.getByRole('button', { name: '省内決裁' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('省内確認中')).toBeVisible()

  await page.getByRole('button', { name: '協議の結果を記録（不十分）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('どの行か').selectOption('8')
  await dialog.getByLabel('当省側の出席者').fill('佐藤　一郎')
  await dialog.getByLabel('受注者側の出席者').fill('髙橋　花子')
  await dialog.getByLabel('協議の結果').fill('中間の消去の証跡が足りない。')
  await dialog.getByLabel('講じる対策').fill('証跡を添えて差し替える。')
  await dialog.getByLabel('いつまでに').fill(`${new Date().getFullYear() + 1}-01-31`)
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.locator('#row-8').getByText('不十分（協議による）')).toBeVisible()
  await page.locator('#row-8').getByRole('button', { name: /これまでの経緯をすべて見る/ }).click()
  await expect(page.getByRole('dialog').getByText('12月に予定しています。')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await accessibilityFindings(page)).toEqual([])

  const theirs = contractor.page
  await theirs.goto(`/reports/${next}`)
  await expect(theirs.getByText('省内確認中')).toBeVisible()
  await expect(theirs.locator('#row-8').getByText('不十分（協議による）')).toBeVisible()
  await expect(theirs.getByText('前回から変更なし')).toBeHidden()

  await page.getByText('開示請求に応じる写し（不開示部分に印）').click()
  await page.getByLabel('代表者氏名').selectOption('ARTICLE_5_1')
  await page.getByRole('button', { name: '写しを作る（PDF）' }).click()
  await expect(page.getByRole('link', { name: '写し 1' })).toBeVisible()
})

test('reports are received in one act and reviewed one after the other, by keyboard alone', async ({ officer, contractor }) => {
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  const names = ['続けて確認する契約Ａ', '続けて確認する契約Ｂ', '続けて確認する契約Ｃ']
  const reports: string[] = []
  for (const one of names) {
    const contract = await contractor.world.contract(one, offices.find((office) => office.name === officeName))
    await contractor.world.recordAll(contract.id)
    reports.push(await handIn(contractor, 0, contract.id))
  }
  const { page } = officer
  const focused = page.locator(':focus')
  const stages = () => Promise.all(reports.map(async (report) => (await contractor.world.get<{ stage: string }>(`reports/${report}`)).stage))
  await page.goto('/inbox?kind=REPORT_TO_REVIEW&scope=mine')
  await expect(page.getByRole('listitem').filter({ hasText: names[2] })).toBeVisible()
  await pressTo(page, 'Shift+Tab', /^受領をまとめて記録$/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(0)
  for (const one of names) {
    await pressTo(page, 'Tab', one)
    await page.keyboard.press('Space')
  }
  await pressTo(page, 'Tab', /^3件の受領を記録する$/)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('3件の受領を記録しました。')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await stages()).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED'])
  await expect(focused).toHaveText('一覧へ戻る')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await pressTo(page, 'Tab', names[0] as string)
  await page.keyboard.press('Enter')
  for (const one of names) {
    await expect(page).toHaveTitle(`報告の確認 ${one} | SecurityTracker`)
    await expect(focused).toHaveAttribute('id', 'row-8')
    await page.keyboard.press('c')
    await page.keyboard.press('c')
    await page.keyboard.press('a')
    await expect(dialog.getByRole('heading', { name: '残りの14行を確認済にしますか' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('まだ送っていないもの 16件')).toBeVisible()
    // The question closes once its answer is on the screen behind it.
    await expect(dialog).toHaveCount(0)
    await page.keyboard.press('s')
    await expect(dialog.getByRole('heading', { name: '確認の結果を受注者に送りますか' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('この報告書は、すべての行の確認を終えました。')).toBeVisible()
    if (one === names[2]) break
    await expect(focused).toHaveText('次の報告書へ')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { name: '確認を終えた行 16件' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(0)
  expect(await accessibilityFindings(page)).toEqual([])
  expect(await stages()).toEqual(['SETTLED', 'SETTLED', 'SETTLED'])
})
