import type { Page } from '@playwright/test'
import { expect, type Office, openInbox, type Party, test, toDo } from './parties'
import { officeName } from './accounts'
import { accessibilityFindings } from './test'
import { pdf } from './files'

test.describe.configure({ mode: 'serial' })

const contractName = '二人で進める一年の契約'
let id: string
let reportId: string

/** Clicks the button, fills the dialog that it opens, and confirms it. */
async function inDialog(page: Page, button: string, confirm: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill?.(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** The officer finds what waits for her: it stands in her own list, and Enter opens it. */
async function fromInbox({ page }: Party, title: RegExp): Promise<void> {
  await openInbox(page)
  await toDo(page).getByRole('link', { name: title }).filter({ hasText: contractName }).focus()
  await page.keyboard.press('Enter')
}

test.beforeAll(async ({ contractor }) => {
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  const office = offices.find(({ name }) => name === officeName)
  id = (await contractor.world.contract(contractName, office)).id
  await contractor.world.recordAll(id)
  await contractor.world.methods(id)
})

test('確認書類: composed from the records, presented, 了承 given, handed in', async ({ contractor, officer }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/confirmation-document`)
  await page.getByRole('button', { name: '記録から下書きを作る' }).click()
  for (const label of ['体制の説明', '実施場所', '資本関係・役員']) {
    await page.getByLabel(label).fill(`${label}を記す。`)
    await page.getByLabel(label).blur()
  }
  await expect(page.getByText('保存しました').first()).toBeVisible()
  await inDialog(page, '人を加える', '下書きに入れる', async (dialog) => {
    for (const role of ['情報管理責任者', '情報取扱管理者', '業務従事者']) await dialog.getByLabel(role).check()
    await dialog.getByLabel('氏名').fill('田中　三郎')
    await dialog.getByLabel('所属').fill('調査部')
    await dialog.getByLabel('専門性').fill('情報処理安全確保支援士')
    await dialog.getByLabel('実績').fill('類似の調査５件')
    await dialog.getByLabel('国籍').fill('日本')
  })
  await inDialog(page, '提示して、了承をお願いする', '提示して、了承をお願いする')
  await expect(page.getByText('提示済み・了承待ち')).toBeVisible()

  await fromInbox(officer, /確認書類/)
  await expect(officer.page.getByRole('link', { name: '確認書類 第1版' })).toBeVisible()
  expect(await accessibilityFindings(officer.page)).toEqual([])
  await inDialog(officer.page, '了承します', '了承します')
  await expect(officer.page.getByText('了承されました')).toBeVisible()

  await page.reload()
  await expect(page.getByText('了承済み')).toBeVisible()
  await inDialog(page, '提出を記録', '記録する')
  await expect(page.getByText('第1版が有効です')).toBeVisible()
})

test('a change goes as a proposal whose differences the officer reads, and is in force after 同意; who left is erased', async ({ contractor, officer }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/confirmation-document`)
  await page.getByRole('button', { name: '変更案を作る' }).click()
  await page.getByLabel('実施場所').fill('実施場所を記す。大阪支社を加える。')
  await page.getByLabel('実施場所').blur()
  await expect(page.getByText('保存しました').first()).toBeVisible()
  await inDialog(page, '変更案を提出し、同意をお願いする', '変更案を提出し、同意をお願いする')
  await expect(page.getByText('変更案を提出済み・同意待ち')).toBeVisible()

  await fromInbox(officer, /確認書類/)
  await expect(officer.page.getByText('大阪支社を加える。')).toBeVisible()
  await inDialog(officer.page, '同意します', '同意します')
  await expect(officer.page.getByText('同意されました')).toBeVisible()

  await page.reload()
  await inDialog(page, 'いつから有効かを決める', '記録する')
  await expect(page.getByText('第2版が有効です')).toBeVisible()
  await page.goto(`/contracts/${id}/confirmation-document/1`)
  await page.getByRole('button', { name: /^消去/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('退職のため。')
  await dialog.getByRole('button', { name: '消去する' }).click()
  await expect(page.getByRole('dialog').getByText('残っているもの')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('田中')).toBeHidden()
  await expect(page.getByText('消去済み').first()).toBeVisible()
})

test('the report is handed in; two rows are queried by keyboard, the rest is confirmed', async ({ contractor, officer }) => {
  reportId = (await contractor.world.draft(id)).id
  await contractor.world.finalise(reportId)
  const { page } = contractor
  await page.goto(`/reports/${reportId}`)
  await inDialog(page, '提出を記録', '提出を記録する')
  await expect(page.getByText('提出済み').first()).toBeVisible()

  const theirs = officer.page
  await fromInbox(officer, /報告の確認/)
  await expect(theirs.getByRole('heading', { level: 1, name: '報告の確認' })).toBeVisible()
  expect(await accessibilityFindings(theirs)).toEqual([])
  for (const [number, words] of [
    [8, '中間の消去の予定をお知らせください。'],
    [13, '会議録の共有に使うサービスは該当しませんか。'],
  ] as const) {
    await theirs.locator(`#row-${number}`).focus()
    await theirs.keyboard.press('q')
    await theirs.keyboard.type(words)
    await theirs.keyboard.press('Control+Enter')
  }
  await theirs.locator('#row-2').focus()
  for (let row = 0; row < 14; row++) await theirs.keyboard.press('c')
  await expect(theirs.getByText('まだ送っていないもの 16件（うち照会 2件）')).toBeVisible()

  await page.reload()
  await expect(page.getByText('照会のあった行')).toBeHidden()
  await inDialog(theirs, 'まとめて送る', '送る')
  await expect(theirs.getByText('照会あり').first()).toBeVisible()
})

test('the contractor answers and sends a 差替え, of which only the queried rows are open; it is confirmed', async ({ contractor, officer }) => {
  const { page } = contractor
  await page.goto(`/reports/${reportId}`)
  await page.locator('#row-8').getByLabel('8)の照会への回答').fill('12月に予定しています。理由に書き加えます。')
  await page.locator('#row-8').getByRole('button', { name: '回答を送る' }).click()
  await expect(page.locator('#row-8').getByText('回答済み')).toBeVisible()
  await inDialog(page, '差替えを作る（照会のあった行だけ）', '差替えの下書きを作る')
  await expect(page).not.toHaveURL(new RegExp(`${reportId}$`))
  await expect(page.locator('#row-2').getByRole('radio')).toHaveCount(0)
  const reason = page.locator('#row-8').getByLabel('未実施の理由')
  await reason.fill('契約期間中のため。12月に中間の消去を行い、担当職員の確認を受けます。')
  await reason.blur()
  await expect(page.locator('#row-8').getByText('保存しました')).toBeVisible()
  const other = page.locator('#row-13').getByLabel('該当なしの理由')
  await other.fill('会議録の共有は社内のサーバーで行い、クラウドサービスは使わないため。')
  await other.blur()
  await expect(page.locator('#row-13').getByText('保存しました')).toBeVisible()
  const replacement = new URL(page.url()).pathname.split('/')[2] ?? ''
  await contractor.world.finalise(replacement)
  await page.reload()
  await inDialog(page, '提出を記録', '提出を記録する')

  const theirs = officer.page
  await theirs.goto(`/reports/${replacement}/review`)
  for (const number of [8, 13]) {
    await theirs.locator(`#row-${number}`).focus()
    await theirs.keyboard.press('c')
  }
  await expect(theirs.getByText('まだ送っていないもの 2件')).toBeVisible()
  await inDialog(theirs, 'まとめて送る', '送る')
  await page.reload()
  await expect(page.getByText('確認済み').first()).toBeVisible()
})

test('at the end the list of 8) is confirmed', async ({ contractor, officer }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/procedures/new?subject=RETURN_OR_ERASURE&kind=CONFIRM`)
  await page.getByLabel('内容').fill('別添の一覧のとおり、返却・消去しました。')
  await page.getByLabel('添える書類（任意）').setInputFiles({ name: '消去の一覧.pdf', mimeType: 'application/pdf', buffer: pdf('erasure list') })
  await expect(page.getByText('消去の一覧.pdf', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: '確認をお願いする' }).click()
  await expect(page.getByRole('heading', { name: 'お願いの内容' })).toBeVisible()

  await fromInbox(officer, /返却・廃棄・消去/)
  await expect(officer.page.getByRole('link', { name: '消去の一覧.pdf' })).toBeVisible()
  await inDialog(officer.page, '確認します', '確認します')
  await page.reload()
  await expect(page.getByText('確認されました')).toBeVisible()
})
