import { expect, test } from 'vitest'
import { slug } from '../src/slug.ts'
import { slugCases } from './slug-cases.ts'

test.each(slugCases)('the slug of "%s" is "%s"', (label, expected) => {
  expect(slug(label)).toBe(expected)
})

test('a slug is at most 200 characters long', () => {
  expect(slug('a'.repeat(500))).toBe('a'.repeat(200))
})
