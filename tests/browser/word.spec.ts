import { type APIRequestContext, type Page, test as base } from '@playwright/test'
import { contractorFile, url } from './accounts'
import { pdf } from './files'
import { answer, browser, join, post } from './joining'
import { expect, openInbox, toDo } from './parties'
import { accessibilityFindings } from './test'
import { World } from './world'

/** A 課室 of its own, which wants a second pair of eyes for a 許可: its head, and two officers. */
interface Section {
  contractId: string
  contractor: Page
  officer: Page
  colleague: Page
}

const officeName = '二人で決める経済産業局'
async function dialog(page: Page, button: string, confirm: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  const open = page.getByRole('dialog')
  await fill?.(open)
  await open.getByRole('button', { name: confirm, exact: true }).click()
  await expect(open).toBeHidden()
}

const test = base.extend<object, { section: Section }>({
  section: [
    async ({ browser: chromium }, use) => {
      const contractor = await browser(contractorFile)
      const world = new World(contractor)
      await post(contractor, 'organisations', { kind: 'MINISTRY_OFFICE', name: officeName, sections: [{ name: '産業振興課' }] })
      const offices = await world.get<{ id: string; name: string; sections: { id: string; name: string }[] }[]>('organisations?kind=MINISTRY_OFFICE')
      const office = offices.find(({ name }) => name === officeName)
      if (!office) throw new Error('no office')
      const sectionId = office.sections[0]?.id ?? ''
      const head = await join(contractor, office.id, { mail: 'head@example.go.jp', name: '山田　次郎', role: 'SECTION_HEAD', sectionId })
      const rules = `organisations/${office.id}/sections/${sectionId}/review-rules`
      const { organisation } = await answer<{ organisation: { version: number } }>(await head.get(`/api/organisations/${office.id}/people`))
      await answer(await head.put(`/api/${rules}`, { data: { secondPairOfEyes: ['PERMIT'] }, headers: { 'If-Match': `"${organisation.version}"` } }))
      const officer = await join(head, office.id, { mail: 'kato@example.go.jp', name: '加藤　一葉', role: 'SUPERVISING_OFFICER', sectionId })
      const { id } = await world.contract('第二の目で決める契約', office)
      const at = async (who: APIRequestContext) => {
        const context = await chromium.newContext({ baseURL: url, storageState: await who.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1440, height: 900 } })
        return context.newPage()
      }
      await use({ contractId: id, contractor: await at(contractor), officer: await at(officer), colleague: await at(head) })
    },
    { scope: 'worker' },
  ],
})

test.describe.configure({ mode: 'serial' })
let actPath: string

test('a standing 許可 is drafted by one officer and confirmed by another', async ({ section }) => {
  const { contractor, officer, colleague, contractId } = section
  await contractor.goto(`/contracts/${contractId}/procedures`)
  await contractor.getByRole('listitem').filter({ hasText: '当省外での複製' }).getByRole('link', { name: '許可をお願いする' }).click()
  await contractor.getByLabel('包括').check()
  await contractor.getByLabel('件名').fill('毎夜のバックアップのための複製')
  await contractor.getByLabel('内容').fill('調査票の回収データを毎夜複製します。')
  await contractor.getByLabel('対象の情報・サービス').fill('調査票の回収データ')
  await contractor.getByLabel('媒体').fill('社内のバックアップ装置')
  await contractor.getByLabel('いつまで').fill(`${new Date().getFullYear() + 1}-03-31`)
  await contractor.getByRole('button', { name: '許可をお願いする' }).click()
  await expect(contractor.getByRole('heading', { name: 'お願いの内容' })).toBeVisible()
  actPath = new URL(contractor.url()).pathname

  await officer.goto(actPath)
  await dialog(officer, '許可します', '許可します', async (open) => {
    await open.getByLabel('条件1', { exact: true }).fill('媒体は施錠できる場所で保管すること。')
    await open.getByRole('button', { name: '条件を加える' }).click()
    await open.getByLabel('条件2', { exact: true }).fill('終了後、速やかに消去すること。')
    await open.getByLabel('条件2の期限').fill(`${new Date().getFullYear() + 1}-04-30`)
    expect(await accessibilityFindings(officer)).toEqual([])
  })
  await expect(officer.getByText('起案「許可します」が確認を待っています')).toBeVisible()
  await expect(officer.getByRole('button', { name: 'この起案のとおりとする' })).toBeHidden()
  await contractor.reload()
  await expect(contractor.getByText('まだ回答はありません。')).toBeVisible()
  await expect(contractor.getByText('起案')).toBeHidden()

  await openInbox(colleague)
  await toDo(colleague).getByRole('listitem').getByRole('link', { name: /起案の確認/ }).click()
  await expect(colleague.getByText('媒体は施錠できる場所で保管すること。')).toBeVisible()
  await expect(colleague.getByRole('listitem').filter({ hasText: '終了後、速やかに消去すること。' })).toContainText('この条件の期限')
  await colleague.getByRole('button', { name: 'この起案のとおりとする' }).click()
  await expect(colleague.getByText('許可されました')).toBeVisible()
})

test('what lies inside its scope needs no new request; uses and kept conditions are noted', async ({ section }) => {
  const { contractor, contractId } = section
  await contractor.goto(`/contracts/${contractId}/procedures/new?subject=COPY_OUTSIDE&kind=PERMIT`)
  await contractor.getByText('これからすることが範囲の中か確かめる').click()
  await contractor.getByLabel('媒体').selectOption('社内のバックアップ装置')
  await contractor.getByRole('button', { name: '確かめる', exact: true }).click()
  await expect(contractor.getByText('範囲の中です。新しい許可は要りません。')).toBeVisible()
  await contractor.getByLabel('媒体').selectOption('それ以外')
  await contractor.getByRole('button', { name: '確かめる', exact: true }).click()
  await expect(contractor.getByText('範囲の外です。許可をお願いしてください。')).toBeVisible()
  expect(await accessibilityFindings(contractor)).toEqual([])

  await contractor.goto(actPath)
  await dialog(contractor, '使った記録をつける', '記録する', async (open) => {
    await open.getByLabel('媒体').selectOption('社内のバックアップ装置')
  })
  await expect(contractor.getByText('範囲の中での使用 1件')).toBeVisible()
  await dialog(contractor, '条件を守った記録', '記録する', async (open) => {
    await open.getByLabel('どのように守ったか').fill('９階の保管庫に施錠して保管した。')
  })
  await expect(contractor.getByText('９階の保管庫に施錠して保管した。')).toBeVisible()
})

test('the officer notes an assessment and takes the word back', async ({ section }) => {
  const { contractor, officer } = section
  await officer.goto(actPath)
  await dialog(officer, '所見を記録', '記録する', async (open) => open.getByLabel('所見').fill('保管の状況を確認した。'))
  await dialog(officer, '許可を取り消す', '取り消す', async (open) => open.getByLabel('理由').fill('装置の更新のため。'))
  await expect(officer.getByText('許可は取り消されました')).toBeVisible()
  await contractor.reload()
  await expect(contractor.getByText('許可は取り消されました')).toBeVisible()
})

test('a record of the contractor is objected to, put right, and confirmed', async ({ section }) => {
  const { contractor, officer, contractId } = section
  await contractor.goto(`/contracts/${contractId}/procedures/new?subject=DISCLOSURE&kind=APPROVE`)
  await contractor.getByLabel('内容').fill('印刷会社に宛名を提供します。')
  await contractor.getByRole('button', { name: '承認をお願いする' }).click()
  const tell = async (who: string) => {
    await contractor.getByRole('button', { name: '電話・書面などの回答を記録' }).click()
    const open = contractor.getByRole('dialog')
    await open.getByLabel('回答された方').fill(who)
    await open.getByRole('button', { name: '記録する' }).click()
    await expect(contractor.getByText('承認されました')).toBeVisible()
  }
  await tell('佐藤　一郎')
  const path = new URL(contractor.url()).pathname
  await officer.goto(path)
  await dialog(officer, '記録に異議がある', '記録する', async (open) => open.getByLabel('理由').fill('お答えしたのは加藤です。'))
  await expect(officer.getByText('担当職員から異議あり')).toBeVisible()
  await contractor.reload()
  await tell('加藤　一')
  await dialog(contractor, '訂正する', '訂正する', async (open) => {
    await open.getByLabel('回答された方').check()
    await open.getByLabel('正しい回答された方').fill('加藤　一葉')
    await open.getByLabel('訂正の理由').fill('お名前の誤り。')
  })
  await officer.reload()
  await expect(officer.getByText('お名前の誤り。')).toBeVisible()
  await expect(officer.locator('del', { hasText: '加藤　一' })).toBeVisible()
  await dialog(officer, 'この記録のとおりと確認する', '確認する')
  await expect(officer.getByText('受注者が記録・担当職員確認済')).toBeVisible()
  expect(await accessibilityFindings(officer)).toEqual([])
})

test('where two decide, two confirm what the contractor recorded of a 許可', async ({ section }) => {
  const { contractor, officer, colleague, contractId } = section
  await contractor.goto(`/contracts/${contractId}/procedures/new?subject=BRING_IN&kind=PERMIT`)
  await contractor.getByLabel('内容').fill('端末を持ち込みます。')
  await contractor.getByRole('button', { name: '許可をお願いする' }).click()
  await dialog(contractor, '電話・書面などの回答を記録', '記録する', async (open) => open.getByLabel('回答された方').fill('加藤　一葉'))
  const path = new URL(contractor.url()).pathname
  await officer.goto(path)
  await dialog(officer, 'この記録のとおりと確認する', '確認する')
  await expect(officer.getByText('起案「この記録のとおりと確認する」が確認を待っています')).toBeVisible()
  await expect(officer.getByRole('button', { name: 'この起案のとおりとする' })).toBeHidden()
  await expect(officer.getByRole('button', { name: 'この記録のとおりと確認する' })).toBeHidden()
  await colleague.goto(path)
  await colleague.getByRole('button', { name: 'この起案のとおりとする' }).click()
  await expect(colleague.getByText('受注者が記録・担当職員確認済')).toBeVisible()
})

test('an objection overtakes what was drafted; it is drafted anew', async ({ section }) => {
  const { contractor, officer, colleague, contractId } = section
  await contractor.goto(`/contracts/${contractId}/procedures/new?subject=BRING_IN&kind=PERMIT`)
  await contractor.getByLabel('内容').fill('検証用の端末を持ち込みます。')
  await contractor.getByRole('button', { name: '許可をお願いする' }).click()
  await dialog(contractor, '電話・書面などの回答を記録', '記録する', async (open) => open.getByLabel('回答された方').fill('加藤　一葉'))
  const path = new URL(contractor.url()).pathname
  await officer.goto(path)
  await dialog(officer, 'この記録のとおりと確認する', '確認する')
  await colleague.goto(path)
  await dialog(colleague, '記録に異議がある', '記録する', async (open) => open.getByLabel('理由').fill('お答えしていません。'))
  await expect(colleague.getByText('その後に内容が変わったため確認できません')).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'この起案のとおりとする' })).toBeHidden()
  await officer.reload()
  await dialog(officer, '許可します', '許可します')
  await expect(officer.getByText('起案「許可します」が確認を待っています')).toBeVisible()
  await colleague.reload()
  await colleague.getByRole('button', { name: 'この起案のとおりとする' }).click()
  await expect(colleague.getByText('許可されました')).toBeVisible()
})

test('a 協議 is noted by either side, and put right', async ({ section }) => {
  const { contractor, officer, contractId } = section
  await officer.goto(`/contracts/${contractId}/communications/new?subject=REPORT_CONTENT&kind=CONSULT`)
  await officer.getByLabel('内容').fill('半期の報告の書き方について相談した。')
  await officer.getByLabel('当省側の出席者').fill('加藤　一葉')
  await officer.getByLabel('受注者側の出席者').fill('髙橋　花子')
  await officer.getByLabel('結果').fill('8)は理由を書くこと。')
  await officer.getByRole('button', { name: '記録する' }).click()
  await expect(officer.getByRole('heading', { name: '協議の記録' })).toBeVisible()
  await dialog(officer, '訂正する', '訂正する', async (open) => {
    await open.getByLabel('結果').check()
    await open.getByLabel('正しい結果').fill('8)は期間中は未実施とし、理由を書くこと。')
    await open.getByLabel('訂正の理由').fill('書き漏らし。')
  })
  await expect(officer.getByText('訂正：結果')).toBeVisible()
  await contractor.goto('/inbox')
  await contractor.goto(new URL(officer.url()).pathname)
  await expect(contractor.getByText('書き漏らし。')).toBeVisible()
})

test('the 件名 rule of the contract is kept in its mails', async ({ section }) => {
  const { contractor, contractId } = section
  await contractor.goto(`/contracts/${contractId}`)
  await dialog(contractor, '件名の決まりを変える', '記録する', async (open) => open.getByLabel('件名').fill('【産振】{件名}'))
  await expect(contractor.getByText('【産振】{件名}')).toBeVisible()
  await contractor.goto(`/contracts/${contractId}/procedures/new?subject=BRING_IN&kind=PERMIT`)
  await contractor.getByLabel('内容').fill('端末を１台持ち込みます。')
  await contractor.getByLabel('添える書類（任意）').setInputFiles({ name: '端末の一覧.pdf', mimeType: 'application/pdf', buffer: pdf('list') })
  await expect(contractor.getByText('端末の一覧.pdf', { exact: true }).first()).toBeVisible()
  await contractor.getByRole('button', { name: '許可をお願いする' }).click()
  await expect(contractor.getByText(/^【産振】/)).toBeVisible()
})

test('staff with an item of the contract see no procedures; an incident they report at once, on a telephone', async ({ section, browser: chromium }) => {
  const { contractor, contractId } = section
  const contractorApi = await browser(contractorFile)
  const { acting } = await answer<{ acting: { organisationId: string } }>(await contractorApi.get('/api/session'))
  const staff = await join(contractorApi, acting.organisationId, { mail: 'staff@example.jp', name: '鈴木　太郎', role: 'CONTRACTOR_STAFF' })
  const { person } = await answer<{ person: { id: string } }>(await staff.get('/api/session'))
  const world = new World(contractorApi)
  const { version } = await world.obligation(contractId, 6)
  await world.put(`contracts/${contractId}/obligations/6/assignees`, { personIds: [person.id] }, version)

  const context = await chromium.newContext({ baseURL: url, storageState: await staff.storageState(), locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 375, height: 812 } })
  const page = await context.newPage()
  await page.goto(`/contracts/${contractId}`)
  await expect(page.getByRole('link', { name: '遵守事項' })).toBeVisible()
  for (const name of ['担当職員への手続', '確認書類', '報告']) await expect(page.getByRole('link', { name, exact: true })).toBeHidden()
  await expect(page.getByRole('link', { name: /^要対応一覧/ })).toBeVisible()
  await page.getByRole('link', { name: '事故の第一報' }).click()
  await expect(page.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('記録媒体が見当たりません。')
  await page.getByRole('button', { name: '第一報を記録する' }).click()
  await expect(page.getByRole('heading', { name: '第一報を記録しました' })).toBeVisible()
  await expect(page.getByRole('link', { name: '続報・指示を記録する' })).toBeHidden()
  expect(await accessibilityFindings(page)).toEqual([])
  await context.close()

  await contractor.goto(`/contracts/${contractId}/procedures`)
  await expect(contractor.getByRole('link', { name: '記録媒体が見当たりません。' })).toBeVisible()
})
