import { z } from 'zod'
import { addOrganisation } from '../../domains/organisations/index.ts'
import { daySchema, optionalWords, words } from '../../platform/input.ts'
import { worldToday } from '../../platform/jobs.ts'
import { exitCodes, verb } from './verb.ts'
import { act, actingFor } from './who-acts.ts'

export const addOrganisationVerb = verb({
  name: 'add-organisation',
  does: 'Adds a council, another ICB, a holder of third-party budgets, an agent for managed accounts, or a provider.',
  options: {
    kind: { takes: 'KIND', says: 'icb, council, holder, agent or provider' },
    name: { takes: 'NAME', says: 'its whole name' },
    'short-name': { takes: 'NAME', says: 'as people say it; left out: its name' },
    'ods-code': { takes: 'CODE', says: 'its code of the Organisation Data Service, if it has one' },
    phone: { takes: 'NUMBER', says: 'where it is rung' },
    email: { takes: 'ADDRESS', says: 'where it is written to' },
    from: { takes: 'DAY', says: 'since when it exists; left out: today' },
    icb: { takes: 'NAME', says: 'for which ICB you do this, where there are several' },
  },
  input: z.object({
    kind: z.enum(
      ['icb', 'council', 'holder', 'agent', 'provider'],
      'must be icb, council, holder, agent or provider',
    ),
    name: words(120),
    shortName: optionalWords(40),
    odsCode: optionalWords(10),
    phone: optionalWords(30),
    email: z.email('must be an e-mail address').optional(),
    from: daySchema.optional(),
    icb: z.string().optional(),
  }),
  async run(desk, { icb, from, ...organisation }) {
    const actor = await actingFor(desk, icb)
    const startsOn = from ?? (await worldToday(desk.platform.databases))
    const shortName = organisation.shortName ?? organisation.name.slice(0, 40)
    const added = await act(desk, actor, addOrganisation, { ...organisation, shortName, startsOn }, {})
    desk.say(`Added ${organisation.name}: ${added.organisationId}`)
    return exitCodes.done
  },
})
