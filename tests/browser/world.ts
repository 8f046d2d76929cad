import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'
import { url } from './accounts'

/** What a test needs to be there already is put there through the HTTP API, as the contractor's officer. */
export class World {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin = url,
  ) {}

  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(`/api/${path}`)
    expect(response, await response.text()).toBeOK()
    return response.json()
  }

  async post<T = Written>(path: string, data?: unknown, version?: number): Promise<T> {
    const response = await this.request.post(`/api/${path}`, { data, headers: { Origin: this.origin, ...(version === undefined ? {} : { 'If-Match': `"${version}"` }) } })
    expect(response, await response.text()).toBeOK()
    return response.json()
  }

  /** Has an act before the eyes as it stands; answers its version. */
  async open(actId: string): Promise<number> {
    const { version } = await this.get<{ version: number }>(`authority-acts/${actId}`)
    const response = await this.request.post(`/api/authority-acts/${actId}/opening`, { data: {}, headers: { Origin: this.origin, 'If-Match': `"${version}"` } })
    expect(response, await response.text()).toBeOK()
    return version
  }

  async put(path: string, data: unknown, version: number): Promise<Written> {
    const response = await this.request.put(`/api/${path}`, { data, headers: { Origin: this.origin, 'If-Match': `"${version}"` } })
    expect(response, await response.text()).toBeOK()
    return response.json()
  }

  /** A signed contract of the newest edition that began in April; the first section of an office that is named sees it. */
  async contract(name: string, office?: { id: string; name: string; sections: { id: string; name: string }[] }): Promise<Written> {
    return this.post('contracts', {
      name,
      signedOn: `${fiscalYear}-04-01`,
      startsOn: `${fiscalYear}-04-01`,
      endsOn: `${fiscalYear + 1}-03-31`,
      editionCode: 'ED-D',
      contractor: { name: '例示総合研究所株式会社', address: '東京都千代田区霞が関一丁目３番１号', representativeTitle: '代表取締役', representativeName: '髙橋　花子' },
      officeId: office?.id,
      officeName: office?.name ?? '関東経済産業局',
      sectionId: office?.sections[0]?.id,
      sectionName: office?.sections[0]?.name ?? '地域経済課',
      sectionMail: 'chiiki@example.go.jp',
      addressee: '関東経済産業局地域経済課長　殿',
      namedNorm: '政府機関等のサイバーセキュリティ対策のための統一基準群（令和７年度版）',
    })
  }

  async obligation(contractId: string, number: number): Promise<{ version: number; status: string | null; reason: string | null; method: string | null }> {
    return this.get(`contracts/${contractId}/obligations/${number}`)
  }

  async setStatus(contractId: string, number: number, status: string, reason: string | null = null): Promise<void> {
    const { version } = await this.obligation(contractId, number)
    await this.put(`contracts/${contractId}/obligations/${number}/status`, { status, reason }, version)
  }

  /** Every row has a status; 8) is 未実施, 13) is 該当なし, and ⑩ of 15) is explained. */
  async recordAll(contractId: string): Promise<void> {
    for (let number = 2; number <= 17; number++) {
      const [status, reason] = exceptions[number] ?? ['IMPLEMENTED', null]
      await this.setStatus(contractId, number, status, reason)
    }
    const { version } = await this.obligation(contractId, 15)
    await this.put(`contracts/${contractId}/obligations/15/statements/10/status`, { status: 'IMPLEMENTED', reason: closure }, version)
  }

  /** 遵守の方法 of every item, as a 確認書類 wants it. */
  async methods(contractId: string): Promise<void> {
    for (let number = 2; number <= 17; number++) {
      const { version } = await this.obligation(contractId, number)
      await this.put(`contracts/${contractId}/obligations/${number}/method`, { method: `社内規程に基づき、責任者が${number})を点検する。` }, version)
    }
  }

  /** A first 確認書類 with one person on its roster, presented for 了承. */
  async presented(contractId: string): Promise<Written & { actId: string }> {
    const address = `contracts/${contractId}/confirmation-document`
    await this.methods(contractId)
    let { version } = await this.post(`${address}/draft`, {}, 0)
    const organization = { structure: '情報管理責任者を置く。', places: '本社', capitalAndDirectors: 'なし' }
    ;({ version } = await this.put(`${address}/draft/organization`, organization, version))
    const person = { roles: ['INFORMATION_MANAGER', 'HANDLING_MANAGER', 'WORKER'], name: '田中　三郎', affiliation: '調査部', expertise: '統計', achievements: '５件', nationality: '日本' }
    ;({ version } = await this.post(`${address}/draft/people`, { people: [person] }, version))
    return this.post(`${address}/versions`, {}, version)
  }

  /** Dates the report today and makes its files, which never change again. */
  async finalise(reportId: string): Promise<void> {
    const report = await this.get<{ version: number; header: object }>(`reports/${reportId}`)
    const { version } = await this.put(`reports/${reportId}/header`, { ...report.header, reportedOn: today }, report.version)
    await this.post(`reports/${reportId}/finalisation`, {}, version)
  }

  /** The draft of the first proposed period. */
  async draft(contractId: string): Promise<Written> {
    const [period] = await this.get<{ from: string; to: string }[]>(`contracts/${contractId}/periods`)
    return this.post(`contracts/${contractId}/reports`, { from: period.from, to: period.to })
  }
}

export interface Written {
  id: string
  version: number
}

const now = new Date()
const today = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Tokyo' }).format(now)
const fiscalYear = now.getMonth() >= 3 ? now.getFullYear() : now.getFullYear() - 1

export const closure = '終了告知の期間は担当職員と協議のうえ定め、ドメイン名は指定された期日まで保持します。'
export const exceptions: Record<number, [string, string]> = {
  8: ['NOT_IMPLEMENTED', '契約期間中のため。業務終了後速やかに返却・消去し、担当職員の確認を受けます。'],
  13: ['NOT_APPLICABLE', '要機密情報を取り扱うクラウドサービスを調達しないため。'],
}
