import { z } from 'zod'
import { addStaff, operatorFor } from '../../domains/accounts/index.ts'
import { addOrganisation } from '../../domains/organisations/index.ts'
import type { OrganisationId } from '../../domains/organisations/index.ts'
import { isEmpty } from '../../first-start.ts'
import { newId } from '../../platform/id.ts'
import { optionalWords, words } from '../../platform/input.ts'
import { worldToday } from '../../platform/jobs.ts'
import { NotDone, exitCodes, verb } from './verb.ts'
import { act } from './who-acts.ts'

export const startReal = verb({
  name: 'start-real',
  does: 'Begins for real on an empty database: the first ICB and its first administrator.',
  options: {
    icb: { takes: 'NAME', says: 'its whole name: "NHS Barset Integrated Care Board"' },
    'short-name': { takes: 'NAME', says: 'as people say it; left out: “the NHS”' },
    'ods-code': { takes: 'CODE', says: 'its code of the Organisation Data Service, if it is known' },
    phone: { takes: 'NUMBER', says: 'whom people ring when something is wrong; on every person’s page' },
    'phone-hours': { takes: 'WORDS', says: 'when somebody answers there' },
    'out-of-hours': { takes: 'WORDS', says: 'a sentence: who answers at other times' },
    administrator: { takes: 'NAME', says: 'the first administrator' },
    email: { takes: 'ADDRESS', says: 'the administrator’s e-mail' },
  },
  input: z.object({
    icb: words(120),
    shortName: words(40).default('the NHS'),
    odsCode: optionalWords(10),
    phone: words(30),
    phoneHours: optionalWords(80),
    outOfHours: optionalWords(80),
    administrator: words(120),
    email: z.email('must be an e-mail address').optional(),
  }),
  async run(desk, { icb, outOfHours, administrator, email, ...details }) {
    const { databases } = desk.platform
    if (!(await isEmpty(databases))) {
      throw new NotDone(
        'This database is not empty. A real start needs an empty one: see docs/how-to/run-it.md.',
      )
    }
    const organisationId: OrganisationId = newId()
    const operator = operatorFor(organisationId)
    const startsOn = await worldToday(databases)
    const organisation = {
      ...details,
      id: organisationId,
      kind: 'icb',
      name: icb,
      outOfHoursPhone: outOfHours,
    }
    await act(desk, operator, addOrganisation, { ...organisation, startsOn }, {})
    const staff = { name: administrator, email, organisationId, role: 'administrator' }
    await act(desk, operator, addStaff, staff, {})
    desk.say(`${icb} has begun, with ${administrator} as its administrator.`)
    desk.say(
      'Nobody can sign in yet on a real database: until identity arrives, work goes through these commands.',
    )
    return exitCodes.done
  },
})
