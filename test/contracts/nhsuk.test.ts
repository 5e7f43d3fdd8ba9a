import { renderToString } from 'preact-render-to-string'
import { afterAll, describe, expect, test } from 'vitest'
import { iconOutlines } from '../../src/ui/nhsuk/icon.tsx'
import { htmlLines } from './html-lines.ts'
import {
  type ComponentName,
  components,
  elementFor,
  type Fixture,
  fixturesOf,
  published,
  publishedIcons,
  version,
} from './nhsuk-components.ts'

/** Published components that we do not have. */
const leftOut: Record<string, string> = {
  caption: 'has no fixtures; Heading, Label and Legend show it, and their fixtures cover it',
  code: 'shows source code, which nothing of ours does',
}

/** Fixtures that ours are known to differ from. One that becomes the same must be struck out. */
const setAside: Record<string, string> = {
  'character-count: with maxwords':
    'maxwords is deprecated (10.5.0): we have maxlength with countType, which its script reads from other attributes',
}

const ours = Object.keys(components) as ComponentName[]
let same = 0

describe.each(ours)('%s', (component) => {
  test.each(fixturesOf(component).map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const [shown, official] = [htmlLines(render(component, fixture)), htmlLines(fixture.html)]
    if (shown === official) same += 1
    const isSetAside = `${component}: ${fixture.name}` in setAside
    expect(isSetAside && shown === official, 'now the same: strike it out of the table').toBe(false)
    expect(isSetAside ? official : shown).toBe(official)
  })
})

test('every published component is ours, or left out for a reason', () => {
  expect([...ours, ...Object.keys(leftOut)].sort()).toEqual(published.toSorted())
})

test('every icon is drawn as published', () => {
  expect(Object.fromEntries(publishedIcons())).toEqual(iconOutlines)
})

test('every fixture that is set aside exists', () => {
  const names = ours.flatMap((component) => fixturesOf(component).map(({ name }) => `${component}: ${name}`))
  expect(names).toEqual(expect.arrayContaining(Object.keys(setAside)))
})

afterAll(() => {
  const count = ours.reduce((sum, component) => sum + fixturesOf(component).length, 0)
  process.stdout.write(
    `\nnhsuk-frontend ${version}: ${count} fixtures in ${ours.length} components, ` +
      `${same} the same, ${Object.keys(setAside).length} set aside (reasons in the table)\n`,
  )
})

function render(component: ComponentName, fixture: Fixture): string {
  return renderToString(elementFor(component, fixture))
}
