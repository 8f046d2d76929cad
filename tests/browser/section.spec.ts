import type { Page } from '@playwright/test'
import { url } from './accounts'
import { accept, join } from './joining'
import { expect, type Office, test } from './parties'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

const head = '課長　三郎'
const predecessor = '前田　任一'
const successor = '後藤　任子'
/** A name as it is read aloud: any space is one space. */
const spoken = (name: string) => new RegExp(name.replace(/\s/, '\\s'))

let page: Page
let contract: string
let organisation: string

test.afterAll(() => page?.context().close())

test('who set the system up brings an office in and invites its head, who invites two officers', async ({ contractor, browser }) => {
  const { acting } = await contractor.world.get<{ acting: { organisationId: string } }>('session')
  const screen = contractor.page
  await screen.goto(`/organisations/${acting.organisationId}`)
  await screen.getByRole('button', { name: '省・局を登録' }).click()
  const dialog = screen.getByRole('dialog')
  await dialog.getByLabel('省・局の名称').fill('見本産業局')
  await dialog.getByLabel('課室の名称').fill('見本課\n総務課')
  await dialog.getByRole('button', { name: '登録する' }).click()
  await screen.getByRole('button', { name: '見本産業局の最初の職員を招待' }).click()
  await dialog.getByLabel('氏名').fill(head)
  await dialog.getByLabel('メールアドレス').fill('kacho@example.go.jp')
  await dialog.getByLabel('役割').selectOption({ label: '課室長' })
  await dialog.getByLabel('課室').selectOption({ label: '見本課' })
  await dialog.getByRole('button', { name: '招待を送る' }).click()
  await expect(screen.getByText('kacho@example.go.jpに招待を送りました')).toBeVisible()
  expect(await accessibilityFindings(screen)).toEqual([])

  const office = (await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')).find(({ name }) => name === '見本産業局')
  const id = office?.id ?? ''
  organisation = `/organisations/${id}`
  contract = `/contracts/${(await contractor.world.contract('異動のある契約', office)).id}`
  const theirs = await accept('kacho@example.go.jp')
  const sectionId = office?.sections[0]?.id
  for (const [name, mail] of [
    [predecessor, 'mae@example.go.jp'],
    [successor, 'ato@example.go.jp'],
  ] as const)
    await join(theirs, id, { mail, name, role: 'SUPERVISING_OFFICER', sectionId })
  const context = await browser.newContext({ baseURL: url, storageState: await theirs.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  page = await context.newPage()
})

test('the head of a section names an officer who has an account, and one who has none', async () => {
  await page.goto(contract)
  await page.getByRole('button', { name: '担当職員を記録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('課室の利用者から選ぶ').selectOption({ label: predecessor })
  await expect(dialog.getByLabel('氏名')).toHaveValue(predecessor)
  await expect(dialog.getByLabel('メールアドレス')).toHaveValue('mae@example.go.jp')
  await dialog.getByRole('button', { name: '担当職員を加える' }).click()
  const second = dialog.getByRole('group', { name: '2人目' })
  await second.getByLabel('氏名').fill('登録のない職員')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: predecessor })).toContainText('主')
  await expect(page.getByRole('listitem').filter({ hasText: '登録のない職員' })).toContainText('副')
})

test('the head records that a change of the roster alone is only shown again', async () => {
  await page.goto(`${contract}/confirmation-document`)
  await expect(page.getByText('従事者だけを変更するとき：再提示と同意')).toBeVisible()
  await page.getByRole('button', { name: '従事者の変更の扱いを記録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('協議の相手').fill('業務責任者')
  await dialog.getByLabel('協議の結果').fill('従事者の変更のみの場合は、再提示で足りる。')
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('従事者だけを変更するとき：再提示のみで可')).toBeVisible()
  await expect(page.getByText('従事者の変更のみの場合は、再提示で足りる。')).toBeVisible()
})

test('異動: the successor stands in the place of the predecessor, whose role ends', async () => {
  await page.goto(organisation)
  await page.getByRole('button', { name: '後任に引き継ぐ（異動）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('前任', { exact: false }).first().selectOption({ label: predecessor })
  await dialog.getByLabel('後任').selectOption({ label: successor })
  await dialog.getByRole('button', { name: '引き継ぐ' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: spoken(predecessor) })).toContainText('に解除')
  await page.goto(contract)
  await expect(page.getByRole('listitem').filter({ hasText: successor })).toContainText('主')
  await expect(page.getByRole('listitem').filter({ hasText: predecessor })).toHaveCount(0)
})

test('the head delegates for some days, takes it back, wants two people for a 許可, and sets the 保存期間', async () => {
  await page.goto(organisation)
  await page.getByRole('button', { name: '決定を委任する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('委任する相手').selectOption({ label: successor })
  await dialog.getByLabel('この日まで').fill(await dialog.getByLabel('この日から').inputValue())
  await dialog.getByRole('button', { name: '委任する' }).click()
  await expect(dialog).toBeHidden()
  const delegation = page.getByRole('listitem').filter({ hasText: `${successor}さんに決定を委任` }).last()
  await delegation.getByRole('button', { name: '委任を解除' }).click()
  await expect(delegation).toHaveCount(0)

  await page.getByRole('button', { name: '二人での確認を設定' }).click()
  await dialog.getByLabel('許可').check()
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('二人で確認するもの：許可')).toBeVisible()

  await page.getByRole('button', { name: '保存期間を設定' }).click()
  await dialog.getByLabel('保存期間（年）').fill('10')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('報告書の保存期間：年度の終わりから10年')).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
})

test('the head lets an officer who lost the telephone begin anew', async () => {
  await page.goto(organisation)
  await page.getByRole('button', { name: /^後藤.*のサインインを再設定$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '再設定する' }).click()
  await expect(page.getByText('ato@example.go.jpにリンクを送りました')).toBeVisible()
})
