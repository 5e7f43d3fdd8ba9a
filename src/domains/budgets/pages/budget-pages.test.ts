import { expect, test } from 'vitest'
import { anil, shahsLives } from '../../../../world/lives/shahs.ts'
import { live } from '../../../../world/life.ts'
import { worldOn } from '../../../../world/world.ts'
import { aTown } from '../../../../test/support/app.ts'
import { checkEverything } from '../../../../test/support/check-everything.ts'
import { browser } from '../../../../test/support/web.ts'
import type { Values } from '../../../../test/support/web.ts'
import { day } from '../../../platform/day.ts'

const path = `/people/${anil.personId}`
const budget = `${path}/budgets/${anil.budgetId}`

/** Anil on 2 April 2026, awarded £540.00 a week of support and £60.00 a month of music. */
async function anilAnd(name: string) {
  const town = await aTown(day('2026-03-12'))
  await live(worldOn(town.platform), [shahsLives], day('2026-04-02'))
  await town.itIs(day('2026-04-02'))
  const someone = browser(town)
  await someone.signIn(name)
  return { town, someone }
}

const days = (name: string, written: string): Values => {
  const [date = '', month = '', year = ''] = written.split(' ')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

const more = {
  lineId: anil.line('music'),
  amount: '120',
  how: 'spread',
  ...days('from', '1 5 2026'),
  reason: 'A better teacher',
}

test('more money is looked at first, and nothing of the look stays', async () => {
  const { town, someone } = await anilAnd('Owen Price')
  const check = await (await someone.get(`${budget}/more`)).send(more)
  expect(check.heading).toBe('Check this change')
  expect(check.rows).toContainEqual(['Music', '£720.00', '£840.00', '£720.00', '£840.00'])
  expect((await someone.get(budget)).text).toContain('Nothing was changed since it was awarded')
  const changed = await check.send({ step: 'do' })
  expect(changed.rows).toContainEqual([
    '1 May 2026',
    'More money with each payment',
    '£120.00',
    'A better teacher',
    'Owen Price',
    '2 April 2026',
  ])
  await checkEverything(town)
})

test('"Change something" brings back what was typed', async () => {
  const { someone } = await anilAnd('Owen Price')
  const check = await (await someone.get(`${budget}/more`)).send(more)
  const again = await check.send({ step: 'change' })
  expect(again.status).toBe(200)
  expect(again.html).toContain('value="120"')
  expect(again.html).toContain('A better teacher')
})

test('the same click twice gives the money once', async () => {
  const { someone } = await anilAnd('Owen Price')
  const check = await (await someone.get(`${budget}/more`)).send(more)
  const [first, second] = await Promise.all([check.send({ step: 'do' }), check.send({ step: 'do' })])
  expect([first.status, second.status]).toEqual([200, 200])
  const changes = (await someone.get(budget)).rows.filter((row) => row[3] === 'A better teacher')
  expect(changes).toHaveLength(1)
})

test('less than is left is refused where it was typed, and nothing typed is lost', async () => {
  const { someone } = await anilAnd('Owen Price')
  const page = await (
    await someone.get(`${budget}/less`)
  ).send({
    ...more,
    amount: '5000',
    how: 'once',
    ...days('toldOn', '1 4 2026'),
  })
  expect(page.status).toBe(422)
  expect(page.problems).toEqual(['Only £720.00 is left of this line'])
  expect(page.html).toContain('value="5000"')
})

test('a change that they were not told of is refused with the rule', async () => {
  const { someone } = await anilAnd('Owen Price')
  const page = await (
    await someone.get(`${budget}/less`)
  ).send({
    ...more,
    amount: '10',
    ...days('toldOn', '9 5 2026'),
  })
  expect(page.problems).toEqual([
    'Tell them first, in writing and with the reason. Then enter the day on which you did',
  ])
})

test('a budget that ends gives back what was not released', async () => {
  const { town, someone } = await anilAnd('Owen Price')
  const check = await (
    await someone.get(`${budget}/end`)
  ).send({
    ...days('on', '1 7 2026'),
    because: 'moved',
    reason: 'To his sister in Leeds',
  })
  expect(check.text).toContain('From 1 July 2026 there is no budget')
  const ended = await check.send({ step: 'do' })
  expect(ended.text).toContain('Ends on 1 July 2026')
  expect((await someone.get(`${budget}/more`)).status).toBe(404)
  await checkEverything(town)
})

test('a council cannot fund Continuing Healthcare, and nobody pays towards it', async () => {
  const { someone } = await anilAnd('Owen Price')
  const form = await someone.get(`${path}/budgets/new`)
  const chosen = { basis: 'chc', held: `direct person ${anil.accountId}` }
  expect((await form.send({ ...chosen, contribution: '10' })).problems).toEqual([
    'Nobody can be asked to pay towards NHS care (NHS Act 2006, section 1). Leave the contribution empty, or let the council fund a part',
  ])
  expect((await form.send({ ...chosen, nhsPercent: '170' })).problems).toEqual([
    'Enter a percentage from 0 to 100, like 70 or 33.33',
  ])
})

test('a person sees the budget, and cannot change it', async () => {
  const { someone } = await anilAnd('Anil Shah')
  expect((await someone.get(budget)).status).toBe(200)
  expect((await someone.get(`${budget}/more`)).status).toBe(403)
  expect((await someone.get(`${path}/budgets/new`)).status).toBe(403)
})

test('asked twice to hold a line another way, the coordinator has one task with both wishes', async () => {
  const { town, someone } = await anilAnd('Anil Shah')
  const form = await someone.get(`${path}/lines/${anil.line('music')}/hold-differently`)
  await form.send({ way: 'notional', why: 'I am tired of paying' })
  await form.send({ way: 'managed' })
  const tasks = await town.platform.databases.owner
    .selectFrom('tasks.task')
    .select(['kind', 'words'])
    .where('person_id', '=', anil.personId)
    .execute()
  expect(tasks).toEqual([
    {
      kind: 'wants-to-hold-differently',
      words:
        'For Music they would like: “The NHS (and council) arrange it”. Why: I am tired of paying\nFor Music they would like: “You are in charge and a service keeps the account for you”.',
    },
  ])
})

test('money is set aside from the lines that it is for, never more than is left', async () => {
  const { town, someone } = await anilAnd('Anil Shah')
  const form = await someone.get(`${path}/set-aside/new`)
  const field = `line-${anil.line('music')}`
  expect((await form.send({ words: 'Tabla lessons in May' })).problems).toEqual([
    'Enter how much, at the line that it is for',
  ])
  expect((await form.send({ words: 'Tabla lessons in May', [field]: '721' })).problems).toEqual([
    'Only £720.00 is left of this line',
  ])
  const toPay = await form.send({
    words: 'Tabla lessons in May',
    payee: 'R Das',
    ...days('dueOn', '31 5 2026'),
    [field]: '60',
  })
  expect(toPay.rows[0]?.slice(0, 4)).toEqual(['R Das', 'Tabla lessons in May', '31 May 2026', '£60.00'])
  await checkEverything(town)
})

test('an account in which a line is held, or that is not empty, cannot be closed', async () => {
  const { someone } = await anilAnd('Owen Price')
  const accounts = await someone.get(`${path}/accounts`)
  expect((await accounts.send()).problems).toEqual([
    'A line is still held in this account. Hold it another way first',
  ])
})

test('the movements page shows both books, and days that make no sense show the usual ones', async () => {
  const { someone } = await anilAnd('Anil Shah')
  const page = await someone.get(`${path}/movements?from-day=31&from-month=2&from-year=2026&page=-3`)
  expect(page.status).toBe(200)
  expect(page.rows).toContainEqual([
    '1 April 2026',
    'Award for 2026–27',
    'What it is for',
    'promise:nhs',
    'music available',
    '£720.00',
  ])
})
