import { ofxStatement } from '../bank.ts'
import type { Told } from '../bank.ts'
import { bank } from './amina-plan.ts'

/** What Amina's bank printed, April to June 2026. */

export const april: Told[] = [
  ['2026-04-01', 'NHS BARSET AND VALE PHB', '4934.27'],
  ['2026-04-02', 'ABLE INSURANCE CO', '-95.00'],
  ['2026-04-03', 'DBS UPDATE SERVICE', '-99.00'],
  ['2026-04-08', 'RIVERSIDE POOL', '-32.00'],
  ['2026-04-15', 'RIVERSIDE POOL', '-32.00'],
  ['2026-04-22', 'RIVERSIDE POOL', '-32.00'],
  ['2026-04-30', 'SHARON BELL', '-1304.52'],
  ['2026-04-30', 'TOMASZ NOWAK', '-602.00'],
  ['2026-04-30', 'BARSET PAYROLL', '-21.60'],
]

export const may: Told[] = [
  ['2026-05-01', 'NHS BARSET AND VALE PHB', '2436.27'],
  ['2026-05-06', 'RIVERSIDE POOL', '-32.00'],
  ['2026-05-12', 'ST LUKES TRAINING', '-180.00'],
  ['2026-05-13', 'RIVERSIDE POOL', '-32.00'],
  ['2026-05-20', 'RIVERSIDE POOL', '-32.00'],
  ['2026-05-22', 'HMRC NDDS', '-114.04'],
  ['2026-05-22', 'NEST', '-65.52'],
  ['2026-05-29', 'SHARON BELL', '-1304.32'],
  ['2026-05-29', 'TOMASZ NOWAK', '-602.00'],
  ['2026-05-29', 'BARSET PAYROLL', '-21.60'],
]

/** The riverside pool closed, so from June she swims at the Able Swim. */
export const june: Told[] = [
  ['2026-06-01', 'NHS BARSET AND VALE PHB', '2436.27'],
  ['2026-06-03', 'ABLE SWIM', '-32.00'],
  ['2026-06-10', 'ABLE SWIM', '-32.00'],
  ['2026-06-17', 'ABLE SWIM', '-32.00'],
  ['2026-06-19', 'ABLE SWIM', '32.00'],
  ['2026-06-20', 'TESCO STORES 3297', '-18.40'],
  ['2026-06-22', 'HMRC NDDS', '-114.24'],
  ['2026-06-22', 'NEST', '-65.52'],
  ['2026-06-30', 'SHARON BELL', '-1304.32'],
  ['2026-06-30', 'TOMASZ NOWAK', '-602.00'],
  ['2026-06-30', 'BARSET PAYROLL', '-21.60'],
]

export const juneStatement = () => ofxStatement(bank, '2768.94', june)
