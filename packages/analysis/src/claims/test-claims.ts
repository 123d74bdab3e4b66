import {
  type Claim,
  type ClaimRule,
  type ClaimState,
  type CodedQuote,
  type Evidence,
  labelText,
  type Problem,
  positionOf,
  type Study,
  StudyError,
} from '@codeerbank/core'
import { evidenceCounter } from '../count-evidence.ts'
import { groupOf } from '../group-by-key.ts'
import { operandCodings } from '../query/operand-codings.ts'
import { parseQuery } from '../query/parse-query.ts'
import { runQuery } from '../query/run-query.ts'
import { savedQueries } from '../query/saved-queries.ts'
import { quoterOf } from '../quote-codings.ts'
import { studyIndex } from '../study-index.ts'

/** What was found for and against a claim in one case. */
export interface ClaimInCase {
  readonly case: string
  readonly supports: Evidence
  readonly contradicts: Evidence
  readonly supporting: readonly CodedQuote[]
  readonly contrary: readonly CodedQuote[]
}

/** A claim held against the codings of today. */
export interface TestedClaim {
  readonly claim: Claim
  readonly state: ClaimState
  /** The state differs from the one that was recorded. */
  readonly changed: boolean
  readonly cases: readonly ClaimInCase[]
  /** Codings counted here that were made before the rule was fixed: what the rule could have been fitted to. */
  readonly codingsBeforeRule: number
}

/** How many independent voices a case needs where a claim does not say. */
export const enoughVoices = 2

/**
 * Tests the claims of a study by their rules. In a case, voices for a claim are the distinct speakers, or, where nobody
 * speaks, the distinct sources, of the segments that answer its rule; codings marked as contradicting count against it,
 * and so do the segments that answer its rule for the contrary.
 *
 * @throws StudyError where a rule is no query; `checkClaims` reports the same as problems
 */
export function testClaims(study: Study): readonly TestedClaim[] {
  const tester = testerOf(study)
  return study.claims.map(tester)
}

/**
 * What is wrong with the claims: rules that cannot be read (`claim-rule`), and claims whose state is no longer the one
 * that was recorded (`claim-changed`, a warning).
 */
export function checkClaims(study: Study): readonly Problem[] {
  const tester = testerOf(study)
  return study.claims.flatMap((claim): readonly Problem[] => {
    const place = { path: ['claims', claim.id] }
    try {
      const { state, changed } = tester(claim)
      if (!changed) return []
      const text = labelText(claim.text, study.language)
      return [
        {
          code: 'claim-changed',
          severity: 'warning',
          message: `The claim "${text}" was ${claim.recorded} and is ${state} now. Look at its codings, and record the state anew.`,
          place,
        },
      ]
    } catch (error) {
      if (!(error instanceof StudyError)) throw error
      return error.problems.map(problem => ({
        code: 'claim-rule',
        severity: 'error',
        message: `The rule of the claim "${claim.id}" cannot be read: ${problem.message}`,
        place,
      }))
    }
  })
}

function testerOf(study: Study): (claim: Claim) => TestedClaim {
  const index = studyIndex(study)
  const count = evidenceCounter(study, index)
  const quotes = quoterOf(study, index)
  const saved = () => savedQueries(study)

  /** Codings that answer a query in a case, for or against: on its segments, with the codes that it asks for. */
  const codingsOf = (text: string, inCase: number): readonly number[] => {
    const query = parseQuery(text, study)
    const asked = operandCodings({ study, index }, query, saved())
    return runQuery(study, query, saved()).flatMap(segment => {
      const at = positionOf(study.segments, segment.id)
      return Array.from(groupOf(index.codingsOfSegment, at)).filter(
        coding => index.codingCase[coding] === inCase && asked[coding] === 1,
      )
    })
  }

  const inCase = (rule: ClaimRule): ClaimInCase & { readonly codings: readonly number[] } => {
    const at = positionOf(study.cases, rule.case)
    const found = codingsOf(rule.supports, at)
    const against = rule.contradicts === undefined ? [] : codingsOf(rule.contradicts, at)
    const supporting = found.filter(coding => index.codingContradicts[coding] === 0)
    const contrary = [
      ...new Set([...found.filter(coding => index.codingContradicts[coding] === 1), ...against]),
    ]
    const isAgainst = new Set(contrary)
    const only = supporting.filter(coding => !isAgainst.has(coding))
    return {
      case: rule.case,
      supports: count([Uint32Array.from(only)]),
      contradicts: evidenceOf(contrary),
      supporting: quotes(Uint32Array.from(only)),
      contrary: quotes(Uint32Array.from(contrary)),
      codings: [...only, ...contrary],
    }
  }

  /** Evidence as it is counted for a statement, of codings that may speak against their code. */
  const evidenceOf = (codings: readonly number[]): Evidence => {
    const plain = evidenceCounter(study, {
      ...index,
      codingContradicts: new Uint8Array(study.codings.length),
    })
    return plain([Uint32Array.from(codings)])
  }

  return claim => {
    const cases = claim.rules.map(inCase)
    const state = stateOf(cases, claim.voices ?? enoughVoices)
    const fixed = Date.parse(claim.at)
    const counted = new Set(cases.flatMap(each => each.codings))
    return {
      claim,
      state,
      changed: claim.recorded !== undefined && claim.recorded !== state,
      cases: cases.map(({ codings: _, ...each }) => each),
      codingsBeforeRule: [...counted].filter(at => Date.parse(study.codings[at]!.at) < fixed).length,
    }
  }
}

/** Independent voices: speakers, or sources where nobody speaks. */
export function voicesIn({ speakers, sources }: Evidence): number {
  return speakers > 0 ? speakers : sources
}

function stateOf(cases: readonly ClaimInCase[], enough: number): ClaimState {
  const counts = cases.map(each => ({ yes: voicesIn(each.supports), no: voicesIn(each.contradicts) }))
  if (counts.every(({ yes, no }) => yes === 0 && no === 0)) return 'never tested'
  if (counts.some(({ yes, no }) => no > 0 && no >= yes)) return 'contradicted'
  return counts.every(({ yes, no }) => yes >= enough && no === 0) ? 'supported' : 'thin'
}
