import { join } from 'node:path'
import { tmpdir } from 'node:os'

/** Where the cookies of those who are signed in lie while the tests run. */
const place = (name: string) => join(tmpdir(), `securitytracker-browser-${process.env.SERVER_PORT}-${name}`)

/** The code that the server printed at its first start; server.mjs writes it here. */
export const codeFile = place('code')

/** The contractor's officer, as whom all tests act that say nothing else. */
export const contractorFile = place('contractor.json')

/** The officer of the one 課室 of the office below. */
export const officerFile = place('officer.json')

/** An administrator of the installation: of its first organisation. */
export const installationFile = place('installation.json')

/** The officer of a subcontractor, once a test has invited one. */
export const subcontractorFile = place('subcontractor.json')

/** The administrator of an office, once a test has invited one. */
export const administratorFile = place('administrator.json')

export const url = `http://127.0.0.1:${process.env.SERVER_PORT}`

/** The ministry's office that the contractor registered, whose officer signs in. */
export const officeName = '例示経済産業局'
