import { officeName } from './accounts'
import { expect, type Office, openInbox, test, toDo } from './parties'

test.describe.configure({ mode: 'serial' })
test.use({ failingRequests: true })

const name = '画面の言葉を確かめる契約'
let id: string
let reportId: string

test.beforeAll(async ({ contractor }) => {
  const offices = await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')
  id = (await contractor.world.contract(name, offices.find((one) => one.name === officeName))).id
  await contractor.world.recordAll(id)
  const [period] = await contractor.world.get<{ from: string; to: string }[]>(`contracts/${id}/periods`)
  reportId = (await contractor.world.post(`contracts/${id}/reports`, { from: period?.from, to: period?.to })).id
})

test('a first word that is written survives a reload that comes at once', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/contracts/${id}/incident`)
  const text = page.getByRole('textbox', { name: /何が起きたか/ })
  // A browser that is slow to store has stored nothing when the page goes.
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    IDBObjectStore.prototype.put = () => new EventTarget() as IDBRequest<IDBValidKey>
  })
  await text.fill('端末を紛失したおそれがある。\n確認中。')
  await page.reload()
  await expect(text).toHaveValue('端末を紛失したおそれがある。\n確認中。')
  await expect(page.getByText('送っていない前回の入力を戻しました。')).toBeVisible()
})

test('what is typed into a form with fields of its own survives a reload, and the rest of it is as the contract says', async ({ contractor }) => {
  const { page } = contractor
  const dialog = page.getByRole('dialog')
  await page.goto(`/contracts/${id}`)
  await page.getByRole('button', { name: '変更契約', exact: true }).click()
  await dialog.getByLabel('理由').fill('調査の対象を加えるため。\n担当課室と協議済み。')
  await page.reload()
  await page.getByRole('button', { name: '変更契約', exact: true }).click()
  await expect(dialog.getByLabel('理由')).toHaveValue('調査の対象を加えるため。\n担当課室と協議済み。')
  await expect(dialog.getByLabel('契約件名')).toHaveValue(name)
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '捨てて閉じる' }).click()
  await page.getByRole('button', { name: '変更契約', exact: true }).click()
  await expect(dialog.getByLabel('理由')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('without a connection the first word says that nothing is recorded, and two clicks record one', async ({ contractor }) => {
  const { page, world } = contractor
  await page.goto(`/contracts/${id}/incident`)
  await expect(page.getByRole('textbox', { name: /何が起きたか/ })).toHaveValue(/紛失/)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '第一報を記録する' }).click()
  await expect(page.getByText('第一報が記録されたことを確認できていません。')).toBeVisible()
  await expect(page.getByText('接続が戻ると送り直します')).toHaveCount(0)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '第一報を記録する' }).dblclick({ delay: 10 })
  await expect(page.getByRole('heading', { name: '第一報を記録しました' })).toBeVisible()
  const { items } = await world.get<{ items: { text: string }[] }>(`contracts/${id}/communications`)
  expect(items.filter(({ text }) => text.includes('紛失'))).toHaveLength(1)
})

test('a report without a date asks for it where it is finalised, and a finalised one stays in sight', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/reports/${reportId}`)
  await page.getByRole('button', { name: '確定して発行する' }).click()
  const dialog = page.getByRole('dialog', { name: '報告書を確定しますか' })
  await expect(dialog.getByLabel(/報告の日付/)).toHaveValue(/\d{4}-\d\d-\d\d/)
  await dialog.getByRole('button', { name: '確定する' }).click()
  await expect(page.getByText('確定（未提出）').first()).toBeVisible()
  await openInbox(page)
  await expect(toDo(page).getByRole('listitem').filter({ hasText: name }).filter({ hasText: '報告の提出' })).toBeVisible()
})

test('a row chosen for 照会 is not sent as 確認済', async ({ officer, contractor }) => {
  const { version } = await contractor.world.get<{ version: number }>(`reports/${reportId}`)
  await contractor.world.post(`reports/${reportId}/submission`, { via: 'SYSTEM' }, version)
  const { page } = officer
  await page.goto(`/reports/${reportId}/review`)
  const row = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^8\)/ }) })
  await row.getByRole('radio', { name: '確認済' }).check()
  await row.getByRole('radio', { name: '照会（修正のお願い）' }).check()
  await expect(row.getByRole('textbox', { name: 'お尋ね・修正のお願い' })).toBeFocused()
  await expect(page.getByText(/^8\)の照会（修正のお願い）に、内容がありません。/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'まとめて送る' })).toBeDisabled()
  await page.reload()
  await expect(row.getByRole('radio', { name: '照会（修正のお願い）' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'まとめて送る' })).toBeDisabled()
  await row.getByRole('textbox', { name: 'お尋ね・修正のお願い' }).fill('予定の日をお知らせください。')
  await page.getByRole('button', { name: 'まとめて送る' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送る' }).click()
  await expect(page.getByText('照会あり').first()).toBeVisible()
})

test('after an answer the answer stands there and no empty box', async ({ contractor }) => {
  const { page } = contractor
  await page.goto(`/reports/${reportId}`)
  await page.getByRole('textbox', { name: '8)の照会への回答' }).fill('来年３月に消去します。')
  await page.getByRole('button', { name: '回答を送る' }).click()
  await expect(page.getByText('来年３月に消去します。')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '8)の照会への回答' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '回答を書き足す' })).toBeVisible()
})
