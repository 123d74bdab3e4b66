import { describe, expect, expectTypeOf, it } from 'vitest'
import type {
  AddSourceOptions,
  AnchorStudy,
  CodingRow,
  ReadSource,
  ReadSourceOptions,
  SourceMetadata,
  StudyFolder,
  Workbook,
} from '../src/index.ts'
import * as imported from '../src/index.ts'

describe('the package', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(imported).sort()).toEqual([
      'acceptSegments',
      'addSource',
      'addSurvey',
      'anchorCodings',
      'certificateTable',
      'codeNames',
      'correctSource',
      'folderNotCarried',
      'largestFile',
      'loadStudyFolder',
      'parseSurveyMapping',
      'placeSegment',
      'readCodebookTable',
      'readCodings',
      'readCrossTable',
      'readFieldnote',
      'readObservation',
      'readQuotations',
      'readStudyFolder',
      'readSurvey',
      'readSurveyMapping',
      'readTranscript',
      'readWorkbook',
      'readYaml',
      'segmentId',
      'surveyChanges',
      'workbookLimits',
      'writeStudyFolder',
    ])
  })

  it('exports the types that go in and out', () => {
    expectTypeOf<Parameters<typeof imported.addSource>[2]>().toEqualTypeOf<AddSourceOptions>()
    expectTypeOf<Parameters<typeof imported.anchorCodings>[0]>().toEqualTypeOf<AnchorStudy>()
    expectTypeOf<Parameters<typeof imported.anchorCodings>[1]>().toEqualTypeOf<readonly CodingRow[]>()
    expectTypeOf<Parameters<typeof imported.readTranscript>[1]>().toEqualTypeOf<ReadSourceOptions>()
    expectTypeOf<Awaited<ReturnType<typeof imported.readFieldnote>>['value']>().toEqualTypeOf<ReadSource>()
    expectTypeOf<ReadSource['metadata']>().toEqualTypeOf<SourceMetadata>()
    expectTypeOf<Awaited<ReturnType<typeof imported.loadStudyFolder>>>().toEqualTypeOf<StudyFolder>()
    expectTypeOf<Awaited<ReturnType<typeof imported.readWorkbook>>['value']>().toEqualTypeOf<Workbook>()
  })
})
