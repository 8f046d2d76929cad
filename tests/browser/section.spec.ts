import type { APIRequestContext, Page } from '@playwright/test'
import { contractorFile, url } from './accounts'
import { accept, browser, join } from './joining'
import { expect, type Office, openInbox, test, toDo } from './parties'
import { letHaveBeen } from './past'
import { accessibilityFindings } from './test'

test.describe.configure({ mode: 'serial' })

const head = '課長　三郎'
const predecessor = '前田　任一'
const successor = '後藤　任子'
/** A name as it is read aloud: any space is one space. */
const spoken = (name: string) => new RegExp(name.replace(/\s/, '\\s'))

let page: Page
let before: Page
let after: Page
let contract: string
let organisation: string

test.afterAll(() => Promise.all([page, before, after].map((one) => one?.context().close())))

test('who set the system up brings an office in and invites its head, who invites two officers', async ({ contractor, browser: chromium }) => {
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
  const officer = (name: string, mail: string) => join(theirs, id, { mail, name, role: 'SUPERVISING_OFFICER', sectionId })
  const at = async (who: APIRequestContext) => {
    const context = await chromium.newContext({ baseURL: url, storageState: await who.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
    return context.newPage()
  }
  page = await at(theirs)
  before = await at(await officer(predecessor, 'mae@example.go.jp'))
  after = await at(await officer(successor, 'ato@example.go.jp'))
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

test('a roster that alone changed is shown again; the officer reads what changed, and it waits no more', async ({ contractor }) => {
  const screen = contractor.page
  const { actId } = await contractor.world.presented(contract.split('/')[2] ?? '')
  await before.goto(`/authority-acts/${actId}`)
  await before.getByRole('button', { name: '了承します' }).click()
  await before.getByRole('dialog').getByRole('button', { name: '了承します' }).click()
  await expect(before.getByText('了承されました')).toBeVisible()

  await screen.goto(`${contract}/confirmation-document`)
  await screen.getByRole('button', { name: '変更案を作る' }).click()
  await screen.getByRole('button', { name: '人を加える' }).click()
  const dialog = screen.getByRole('dialog')
  await dialog.getByLabel('業務従事者').check()
  for (const [label, value] of [['氏名', '追加　花子'], ['所属', '調査部'], ['専門性', '統計'], ['実績', '３件'], ['国籍', '日本']] as const)
    await dialog.getByLabel(label).fill(value)
  await dialog.getByRole('button', { name: '下書きに入れる' }).click()
  await expect(dialog).toBeHidden()
  await screen.getByRole('button', { name: '従事者の名簿を再提示する' }).click()
  await dialog.getByRole('button', { name: '従事者の名簿を再提示する' }).click()
  await expect(screen.getByText('再提示済み')).toBeVisible()
  await expect(screen.getByText('第2版が有効です')).toBeVisible()

  await openInbox(before)
  const told = before.getByRole('link', { name: /再提示/ }).filter({ hasText: '異動のある契約' })
  const opening = before.waitForResponse(/\/opening$/)
  await told.click()
  await expect(before.getByRole('link', { name: '確認書類 第2版' })).toBeVisible()
  await expect(before.getByText('追加　花子')).toBeVisible()
  await opening
  await before.getByRole('button', { name: '対応済みにする' }).click()
  await expect(before.getByRole('button', { name: '対応済みを取り消す' })).toBeVisible()
  expect(await accessibilityFindings(before)).toEqual([])
  await openInbox(before)
  await expect(told).toHaveCount(0)
  await before.getByRole('link', { name: '対応済みにしたものを見る' }).click()
  await expect(told).toBeVisible()
  expect(await accessibilityFindings(before)).toEqual([])
})

test('異動: the successor stands in the place of the predecessor, whose role ends; what waits passes on, what was answered stays', async ({ contractor }) => {
  const ask = (title: string) => contractor.world.post(`${contract.slice(1)}/authority-acts`, { subject: 'BRING_IN', kind: 'PERMIT', title, text: 'お願いします。' })
  const [answered] = [await ask('前任が答えた持込み'), await ask('後任が答える持込み')]
  await before.goto(`/authority-acts/${answered.id}`)
  await before.getByRole('button', { name: '許可します' }).click()
  await before.getByRole('dialog').getByRole('button', { name: '許可します' }).click()
  await expect(before.getByText('許可されました')).toBeVisible()
  const waiting = (of: Page) => toDo(of).getByRole('link', { name: /後任が答える持込み/ })
  await openInbox(before)
  await expect(waiting(before)).toBeVisible()
  // Whoever has nothing of their own to do is shown what the section has.
  await openInbox(after, '?scope=mine')
  await expect(waiting(after)).toHaveCount(0)

  await page.goto(organisation)
  await page.getByRole('button', { name: '後任に引き継ぐ（異動）' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('前任', { exact: false }).first().selectOption({ label: predecessor })
  await dialog.getByLabel('後任').selectOption({ label: successor })
  const told = dialog.getByRole('heading', { name: '引き継がれるもの' }).locator('..')
  await expect(told).toContainText('契約 1件')
  await expect(told).toContainText('異動のある契約')
  await expect(told).toContainText('回答待ち 1件')
  await expect(told).toContainText('前任の、この課室での役割も終わります')
  await expect(dialog.getByRole('link', { name: '引継書をPDFで開く' })).toBeVisible()
  expect(await accessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: '引き継ぐ' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: spoken(predecessor) })).toContainText('に解除')
  await page.goto(contract)
  await expect(page.getByRole('listitem').filter({ hasText: successor })).toContainText('主')
  await expect(page.getByRole('listitem').filter({ hasText: predecessor })).toHaveCount(0)

  // Whose role has ended has no list any more.
  await before.goto('/inbox')
  await expect(before.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(waiting(before)).toHaveCount(0)
  await openInbox(after)
  await waiting(after).click()
  await after.getByRole('button', { name: '許可します' }).click()
  await after.getByRole('dialog').getByRole('button', { name: '許可します' }).click()
  await expect(after.getByText('許可されました')).toBeVisible()
  await after.goto(`/authority-acts/${answered.id}`)
  await expect(after.getByText(`${predecessor}（見本産業局 見本課）`).first()).toBeVisible()
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

test('after its 保存期間 a report is disposed of: its bytes are gone, its hashes stay, and the contractor is told', async ({ contractor }) => {
  const id = contract.split('/')[2] ?? ''
  await contractor.world.recordAll(id)
  const { id: report } = await contractor.world.draft(id)
  await contractor.world.finalise(report)
  const { version, finalised } = await contractor.world.get<{ version: number; finalised: { files: { format: string; sha256: string }[] } }>(`reports/${report}`)
  const pdf = finalised.files.find(({ format }) => format === 'PDF')
  await contractor.world.post(`reports/${report}/submission`, { via: 'SYSTEM' }, version)
  await page.goto(`/reports/${report}/review`)
  await expect(page.getByRole('heading', { level: 1, name: '報告の確認' })).toBeVisible()
  await expect(page.getByRole('button', { name: '廃棄・移管を記録' })).toHaveCount(0)
  await letHaveBeen('report', report, 12 * 366)

  await page.reload()
  await page.getByRole('button', { name: '廃棄・移管を記録' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('文書番号').fill('見本課廃棄第1号')
  await dialog.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByText('この報告書は廃棄されました。')).toBeVisible()

  const theirs = contractor.page
  await theirs.goto(`/reports/${report}`)
  await expect(theirs.getByText(/見本課廃棄第1号/)).toBeVisible()
  await expect(theirs.getByText('この報告書は廃棄されました。')).toBeVisible()
  await expect(theirs.getByText(pdf?.sha256 ?? 'no hash')).toBeVisible()
  await expect(theirs.locator('iframe')).toHaveCount(0)
  expect((await theirs.request.get(`/api/reports/${report}/form.pdf`)).status()).toBe(410)
  expect(await accessibilityFindings(theirs)).toEqual([])
})

test('a contract that is registered for a chosen 課室 is for its officers to see and work on, and for no others', async ({ contractor, browser: chromium }) => {
  const registrar = await browser(contractorFile)
  await contractor.world.post('organisations', { kind: 'MINISTRY_OFFICE', name: '選ばれる産業局', sections: [{ name: '第一課' }, { name: '第二課' }] })
  const office = (await contractor.world.get<Office[]>('organisations?kind=MINISTRY_OFFICE')).find(({ name }) => name === '選ばれる産業局')
  const administrator = await join(registrar, office?.id ?? '', { mail: 'kanri@example.go.jp', name: '管理　四郎', role: 'ADMINISTRATOR' })
  const officerOf = async (section: number, mail: string) => {
    const who = await join(administrator, office?.id ?? '', { mail, name: '担当　五郎', role: 'SUPERVISING_OFFICER', sectionId: office?.sections[section]?.id })
    const context = await chromium.newContext({ baseURL: url, storageState: await who.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
    return context.newPage()
  }
  const [others, theirs] = [await officerOf(0, 'ichi@example.go.jp'), await officerOf(1, 'ni@example.go.jp')]

  const screen = contractor.page
  await screen.goto('/start')
  await screen.getByLabel('ファイルを選ぶ').setInputFiles('../seeds/001_136385ca66185d65.txt')
  for (const [label, value] of [
    ['契約件名', '第二課の契約'],
    ['契約締結日', '2026-07-10'],
    ['契約期間の始め', '2026-07-10'],
    ['終わり', '2027-03-31'],
    ['住所', '埼玉県さいたま市中央区新都心１番地１'],
    ['代表者氏名', '髙﨑　𠮷江'],
    ['宛先', '選ばれる産業局第二課長　殿'],
  ] as const)
    await screen.getByLabel(label).fill(value)
  await screen.getByLabel('担当課室', { exact: true }).selectOption({ label: '選ばれる産業局 第二課' })
  await screen.getByRole('button', { name: '登録して、六つの質問へ進む' }).click()
  await expect(screen.getByRole('heading', { name: '六つの質問' })).toBeVisible()
  const address = `/contracts/${new URL(screen.url()).pathname.split('/')[2]}`
  await contractor.world.post(`${address.slice(1)}/authority-acts`, { subject: 'BRING_IN', kind: 'PERMIT', title: '第二課に伺う持込み', text: 'お願いします。' })

  await openInbox(theirs)
  await theirs.getByRole('link', { name: /第二課に伺う持込み/ }).click()
  await theirs.getByRole('button', { name: '許可します' }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: '許可します' }).click()
  await expect(theirs.getByText('許可されました')).toBeVisible()
  await theirs.goto(address)
  await expect(theirs.getByText('第二課の契約').first()).toBeVisible()
  await openInbox(others)
  await expect(others.getByText('第二課の契約')).toHaveCount(0)
  await others.goto(address)
  await expect(others.getByRole('alert').first()).toBeVisible()
  await expect(others.getByText('第二課の契約')).toHaveCount(0)
  await Promise.all([others, theirs].map((one) => one.context().close()))
})
