import { expect, test } from 'vitest'
import { aTown } from '../../../../test/support/app.ts'
import { checkEverything } from '../../../../test/support/check-everything.ts'
import { browser } from '../../../../test/support/web.ts'
import { anil, priya, shahsLives } from '../../../../world/lives/shahs.ts'
import { live } from '../../../../world/life.ts'
import { worldOn } from '../../../../world/world.ts'
import { day } from '../../../platform/day.ts'

/** The twins Priya (Grace’s) and Anil (Owen’s) Shah, on 2 April 2026. */
async function theShahsAnd(name: string) {
  const town = await aTown(day('2026-03-12'))
  await live(worldOn(town.platform), [shahsLives], day('2026-04-02'))
  await town.itIs(day('2026-04-02'))
  const someone = browser(town)
  const home = await someone.signIn(name)
  return { town, someone, home }
}

const newPerson = {
  givenName: 'أحمد',
  familyName: '💜 Smith-O’Neill',
  'bornOn-day': '3',
  'bornOn-month': '6',
  'bornOn-year': '1954',
  nhsNumber: '999 000 5206',
}

test('a coordinator begins with what needs them, and each row says what to do', async () => {
  const { town, someone, home } = await theShahsAnd('Owen Price')
  expect(home.heading).toBe('Today, Thursday 2 April 2026')
  expect(home.text).toContain('Nothing needs you now')
  const him = browser(town)
  await him.signIn('Anil Shah')
  const form = await him.get(`/people/${anil.personId}/nobody-came`)
  expect((await form.send()).problems).toEqual(['Choose what happened'])
  const told = await form.send({ what: 'late', words: 'Forty minutes' })
  expect(told.text).toContain('We know. Owen Price rings you today')
  await form.send({ what: 'nobody-came' })
  const today = await someone.get('/today')
  expect(today.text).toContain('One thing needs somebody')
  expect(today.text).toContain('They came late. Forty minutes')
  expect(today.text).toContain('Ring them now')
  const task = await today.follow('Nobody came: Anil Shah')
  expect((await task.send()).problems).toEqual(['Say what was done and how it ended'])
  const closed = await task.send({ how: 'Leila is with him now' })
  expect(closed.rows).toContainEqual(['How it ended', 'Leila is with him now'])
  expect((await him.get(`/people/${anil.personId}/help`)).text).toContain('Leila is with him now')
  await checkEverything(town)
})

test('people are found by name, date of birth and NHS number, and a list says how many', async () => {
  const { someone } = await theShahsAnd('Grace Adeyemi')
  const names = async (find: string) => {
    const page = await someone.get(`/people?find=${encodeURIComponent(find)}`)
    return page.rows.map((row) => row[0])
  }
  expect(await names('sha')).toEqual(['Shah, Anil', 'Shah, Priya'])
  expect(await names('priya sh')).toEqual(['Shah, Priya'])
  expect(await names('17/5/1996')).toEqual(['Shah, Anil', 'Shah, Priya'])
  expect(await names('999 000 2983')).toEqual(['Shah, Anil'])
  expect(await names('%')).toEqual([])
  expect((await someone.get('/people?find=nobody')).text).toContain('Nobody is found like that')
  expect((await someone.get('/people')).rows.map((row) => row[0])).toEqual(['Shah, Priya'])
  expect((await someone.get('/people?whose=everybody&page=9')).status).toBe(200)
})

test('a person is added with any name, and nobody is added twice', async () => {
  const { town, someone } = await theShahsAnd('Grace Adeyemi')
  const form = await (await someone.get('/people')).follow('Add a person')
  const wrong = await form.send({ ...newPerson, nhsNumber: '999 000 5207' })
  expect(wrong.problems).toEqual([
    'This is not an NHS number: it has ten digits, and the last one proves the others',
  ])
  expect(wrong.html).toContain('💜 Smith-O’Neill')
  const added = await form.send(newPerson)
  expect(added.heading).toBe('أحمد at a glance')
  expect(added.rows).toContainEqual(['Care coordinator', 'Grace Adeyemi'])
  const again = await (await someone.get('/people/new')).send({ ...newPerson, nhsNumber: '' })
  expect(again.heading).toBe('Is it one of these?')
  const anyway = await again.send({ step: 'do' })
  expect(anyway.heading).toBe('أحمد at a glance')
  const taken = await (
    await someone.get('/people/new')
  ).send({ ...newPerson, givenName: 'Jo', familyName: 'Bloggs' })
  expect(taken.problems).toEqual(['Somebody has this NHS number already. Find them by it instead'])
  await checkEverything(town)
})

test('what is written about a person is corrected, and how to communicate stands on every page', async () => {
  const { someone } = await theShahsAnd('Grace Adeyemi')
  const path = `/people/${priya.personId}`
  const glance = await (await someone.get(`${path}/correct`)).send({ knownAs: 'Pri', saidAs: 'PREE' })
  expect(glance.html).toContain('wants to be called Pri')
  const needs = await (
    await someone.get(`${path}/needs`)
  ).send({ group: 'format', words: 'Large print, 20 point' })
  expect(needs.rows[0]?.slice(0, 2)).toEqual(['How to give them information', 'Large print, 20 point'])
  expect((await someone.get(`${path}/payments`)).html).toContain('Large print, 20 point')
  const ended = await needs.send({}, { form: 0 })
  expect(ended.text).toContain('Nothing is noted yet')
})

test('the plan is read by the person and written by staff, and a line is not ended by one slip', async () => {
  const { town, someone } = await theShahsAnd('Owen Price')
  const path = `/people/${anil.personId}/plan`
  const plan = await (
    await (await someone.get(path)).follow('Add a line')
  ).send({
    name: 'Swimming',
    whatFor: 'Thursdays with my sister.',
    outcome: 'I sleep',
    amount: '12.50',
    per: 'week',
  })
  expect(plan.text).toContain('Thursdays with my sister.')
  expect(plan.rows).toContainEqual(['What it costs', '£12.50 a week'])
  const same = await (
    await someone.get(`${path}/lines/new`)
  ).send({
    name: 'swimming',
    whatFor: 'x',
    outcome: 'x',
    amount: '1',
    per: 'week',
  })
  expect(same.problems).toEqual(['The plan has a line of this name already. Choose another name'])
  const changed = await (await plan.follow('Change Swimming')).send({ amount: '15' })
  expect(changed.rows).toContainEqual(['What it costs', '£15.00 a week'])
  const sure = await changed.send({}, { form: 2 })
  expect(sure.heading).toBe('End Swimming?')
  expect((await sure.send({ step: 'change' })).text).toContain('Swimming')
  expect((await sure.send({ step: 'do' })).text).not.toContain('Swimming')
  const him = browser(town)
  await him.signIn('Anil Shah')
  const his = await him.get(path)
  expect(his.heading).toBe('My plan')
  expect(his.links.map((link) => link.text)).not.toContain('Add a line')
})

test('who has looked is told in sentences, and their own looks are not', async () => {
  const { town, someone } = await theShahsAnd('Owen Price')
  await someone.get(`/people/${anil.personId}/glance`)
  await someone.get(`/people/${anil.personId}/plan`)
  const him = browser(town)
  await him.signIn('Anil Shah')
  const looked = await him.get(`/people/${anil.personId}/what-happened/who-has-looked`)
  expect(looked.text).toContain(
    'Owen Price (NHS Barset and Vale Integrated Care Board) looked 2 times: at a glance, the plan.',
  )
  const done = await him.get(`/people/${anil.personId}/what-happened`)
  expect(done.text).toContain('Awarded the budget for 2026–27. Owen Price, care coordinator')
})

test('nobody finds the twin’s pages by an address', async () => {
  const { town } = await theShahsAnd('Owen Price')
  const her = browser(town)
  await her.signIn('Priya Shah')
  for (const end of [
    '',
    '/plan',
    '/what-happened',
    '/help',
    '/away',
    '/nobody-came',
    '/budgets',
    '/movements',
  ]) {
    const page = await her.get(`/people/${anil.personId}${end}`)
    expect([end, page.status]).toEqual([end, 404])
  }
  for (const staffOnly of [
    '/today',
    '/people',
    '/people/new',
    '/finance',
    '/finance/runs',
    '/finance/questions',
  ]) {
    expect([staffOnly, (await her.get(staffOnly)).status]).toEqual([staffOnly, 403])
  }
})

test('anyone reads what this is and the accessibility statement', async () => {
  const { town } = await theShahsAnd('Owen Price')
  const anyone = browser(town)
  expect((await anyone.get('/about')).heading).toBe('What this is')
  expect((await anyone.get('/accessibility')).heading).toBe('Accessibility statement')
})
