/** What stands in the interviews of this folder, which LibreOffice wrote. */
export const interviewText = [
  'Gesprek over het Lindeplein',
  'Interviewer: [00:00:04] Hoe bent u bij het Lindeplein betrokken geraakt?',
  'R1: Door mijn dochter, eigenlijk. Zij wilde voetballen en er was nergens een plek; het veldje lag vol glas. Toen heb ik een brief geschreven aan de gemeente & aan de woningbouwvereniging, en daarna nog een aan het verantwoordelijkheidsoverleg.',
  'Interviewer: Kreeg u antwoord?',
  'R1: Van de vereniging wel. Van de gemeente pas na de zomer, “na ampel beraad”. Dat woord vergeet ik nooit.',
  'Over de samenwerking',
  'Interviewer : Met wie werkt u het meest samen?',
  'R2: Als ik even mag: met de wijkagent. Hij komt langs, ook als er niets is. Dat is een verschil van dag en nacht met vroeger.',
  'R1: Ja, en met het jongerenwerk. Ze hebben een sleutel van het honk – wij ook.',
].join('\n')

export const interviewTurns = [
  'Interviewer|4-|Hoe bent u bij het Lindeplein betrokken geraakt?',
  'R1|-|Door mijn dochter, eigenlijk. Zij wilde voetballen en er was nergens een plek; het veldje lag vol glas. Toen heb ik een brief geschreven aan de gemeente & aan de woningbouwvereniging, en daarna nog een aan het verantwoordelijkheidsoverleg.',
  'Interviewer|-|Kreeg u antwoord?',
  'R1|-|Van de vereniging wel. Van de gemeente pas na de zomer, “na ampel beraad”. Dat woord vergeet ik nooit.',
  'Interviewer|-|Met wie werkt u het meest samen?',
  'R2|-|Als ik even mag: met de wijkagent. Hij komt langs, ook als er niets is. Dat is een verschil van dag en nacht met vroeger.',
  'R1|-|Ja, en met het jongerenwerk. Ze hebben een sleutel van het honk – wij ook.',
]

/** A document with a tab, spaces, a tracked change, a note, a comment, a line end, an empty paragraph, a table and a list. */
export const partsText =
  'Interviewer:\tWaar  is dat nieuwe honk[1]?\nR1: Achter\nde school.\n\nR2:\tBij de gracht.\nToch?\nR1:\tNee.\nR2: Eerst dit\nR1: dan dat\n[1] Een keet achter de school.'

export const partsTurns = [
  'Interviewer|-|Waar  is dat nieuwe honk[1]?',
  'R1|-|Achter\nde school.',
  'R2|-|Bij de gracht.\nToch?',
  'R1|-|Nee.',
  'R2|-|Eerst dit',
  'R1|-|dan dat',
]
