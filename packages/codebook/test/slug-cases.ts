/** Labels and the ids made of them. */
export const slugCases: readonly (readonly [label: string, slug: string])[] = [
  ['Forming', 'forming'],
  ['Gedrag / houding', 'gedrag-houding'],
  ['Coördineren', 'coordineren'],
  ['Keuze om casuïstiekbespreking te gaan doen', 'keuze-om-casuistiekbespreking-te-gaan-doen'],
  ['Overlap met doelstellingen initiële organisaties', 'overlap-met-doelstellingen-initiele-organisaties'],
  ['Direct, persoonlijke contact (bellen i.p.v. mailen)', 'direct-persoonlijke-contact-bellen-i-p-v-mailen'],
  ['Regels/afspraken niet verbreken + excuses', 'regels-afspraken-niet-verbreken-excuses'],
  ['  één, twee – drie!  ', 'een-twee-drie'],
  ['Groepsgewijs en 1 op 1', 'groepsgewijs-en-1-op-1'],
  ['ﬁlter', 'filter'],
  ['Доверие', 'доверие'],
  ['信任', '信任'],
  ['?!', 'code'],
  ['', 'code'],
]
