import { execFileSync } from 'node:child_process'
import { expect, test } from './test'
import { closure } from './world'

const tender = '../seeds/001_136385ca66185d65.txt'
const erasure = '契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。'

test('from a dropped tender to the form that is handed in', async ({ page, world }, info) => {
  await test.step('drop the tender', async () => {
    await page.goto('/start')
    await page.getByLabel('ファイルを選ぶ').setInputFiles(tender)
    await expect(page.getByRole('heading', { name: '読み取った結果' })).toBeVisible()
    await expect(page.getByText(/」と一致しました/)).toBeVisible()
    await expect(page.getByText('事項 17 件・別紙の行 16 件')).toBeVisible()
  })

  await test.step('register the contract', async () => {
    await expect(page.getByLabel('契約件名')).toHaveValue(/後継者支援ネットワーク事業/)
    await page.getByLabel('契約締結日').fill('2026-07-10')
    await page.getByLabel('契約期間の始め').fill('2026-07-10')
    await page.getByLabel('終わり').fill('2027-03-31')
    await page.getByLabel('受注者の名称').fill('例示商工会議所')
    await page.getByLabel('住所').fill('埼玉県さいたま市中央区新都心１番地１')
    await page.getByLabel('代表者の役職').fill('会頭')
    await page.getByLabel('代表者氏名').fill('髙﨑　𠮷江')
    await page.getByLabel('宛先').fill('関東経済産業局地域ブランド展開支援室長　殿')
    await page.getByRole('button', { name: '登録して、六つの質問へ進む' }).click()
  })

  await test.step('answer the six questions', async () => {
    await expect(page.getByRole('heading', { name: '六つの質問' })).toBeVisible()
    const answers = ['はい', 'いいえ', 'いいえ', 'いいえ', 'はい', 'はい']
    for (const [i, answer] of answers.entries()) {
      await page.getByRole('group', { name: new RegExp(`^${i + 1}\\.`) }).getByLabel(answer).check()
    }
    await page.getByRole('button', { name: '案を見る' }).click()
  })

  await test.step('accept what is proposed', async () => {
    await expect(page.getByRole('heading', { name: '案を確かめて採用する' })).toBeVisible()
    await page.getByLabel(/^下の\d+件すべてに印を付ける$/).check()
    await page.getByRole('button', { name: /^印を付けた\d+件を採用する$/ }).click()
    await expect(page.getByText('記録済み').first()).toBeVisible()
    await page.getByRole('link', { name: '遵守事項の記録へ' }).click()
  })

  const id = new URL(page.url()).pathname.split('/')[2]

  await test.step('record the rest', async () => {
    await expect(page.getByRole('heading', { name: '遵守事項の実施状況' })).toBeVisible()
    const eight = page.getByRole('group', { name: '8)の実施状況', exact: true })
    await eight.getByLabel('未実施').check()
    await page.locator('#row-8').getByLabel('未実施の理由').fill(erasure)
    await page.locator('#row-8').getByLabel('未実施の理由').blur()
    for (let number = 2; number <= 17; number++) {
      const row = page.locator(`#row-${number}`)
      const choice = row.getByRole('group', { name: `${number})の実施状況`, exact: true })
      if ((await choice.getByRole('radio', { checked: true }).count()) === 0) await choice.getByLabel('実施', { exact: true }).check()
    }
    const tenth = page.locator('#row-15').getByLabel('実施内容')
    if ((await tenth.count()) === 0) await page.locator('#row-15').getByRole('group', { name: /⑩/ }).getByLabel('実施', { exact: true }).check()
    await tenth.fill(closure)
    await tenth.blur()
    await expect(page.getByText('すべて記録しました')).toBeVisible()
    await expect.poll(async () => (await world.obligation(id, 8)).reason).toBe(erasure)
  })

  await test.step('make the report', async () => {
    await page.getByRole('link', { name: '報告を作る' }).click()
    await page.getByRole('button', { name: '報告を作る' }).first().click()
  })

  const pdf = info.outputPath('form.pdf')
  await test.step('finalise it and take the files', async () => {
    await expect(page.getByRole('heading', { name: '実施状況報告書', level: 1 })).toBeVisible()
    await page.getByLabel('報告日').fill('2026-10-15')
    await page.getByLabel('報告日').blur()
    await expect(page.getByText('確定に足りないものはありません')).toBeVisible()
    await page.getByRole('button', { name: '確定して発行する' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '確定する' }).click()
    await expect(page.getByText('この報告書は確定しています。内容は変わりません。')).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'PDFを保存' }).click()
    await (await download).saveAs(pdf)
  })

  const text = execFileSync('pdftotext', ['-raw', pdf, '-']).toString()
  const words = text.replaceAll(/\s/g, '')
  expect(words).toContain('情報セキュリティに関する事項の遵守の方法の実施状況報告書')
  expect(words).toContain('関東経済産業局地域ブランド展開支援室長殿')
  expect(words).toContain('髙﨑𠮷江')
  expect(words).toContain(erasure)
  expect(words).toContain(closure)
})
