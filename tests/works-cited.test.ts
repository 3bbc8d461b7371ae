import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {writeFullForm} from '../src/citation/styles/full-form.ts';
import {writeShortForm} from '../src/citation/styles/plain-form.ts';
import type {StyledText} from '../src/citation/styles/types.ts';
import {inListOrder, type ListedWork} from '../src/citation/styles/work-order.ts';

function read(text: string): readonly ListedWork[] {
  const {byKey, valuesOf} = parseBibliography([{path: 'references.bib', text}]).value;
  return [...byKey.values()].flatMap(entry => {
    const values = valuesOf(entry.key);
    return values === undefined ? [] : [{entry, values}];
  });
}

function inMarks(text: StyledText): string {
  return text.map(({text: words, italic}) => (italic ? `*${words}*` : words)).join('');
}

describe('a work in a list of works', () => {
  it.each([
    [
      'a book with editors, a translator, a volume and a series',
      `@book{book1, author = {Alder, Ann and Birch, B}, title = {Red Cedars: A History}, edition = {2}, series = {Forest Studies}, number = {12}, volume = 2, volumes = {3}, publisher = {Osier Press}, address = {Bristol}, year = 2001, translator = {Ash, Alice}, editor = {Elm, Eva and Fir, F}, isbn = {978-0}, note = {With a new preface.}}`,
      'Alder, Ann and B Birch (2001) *Red Cedars: A History*, vol 2, edited by Eva Elm and F Fir, translated by Alice Ash, 2nd edn, 3 vols, Forest Studies 12, Osier Press, Bristol, With a new preface',
    ],
    [
      'a book by its editors',
      `@book{book2, editor = {Yew, Yann and others}, title = {The Hedgerow Reader}, publisher = {Hawthorn}, address = {London}, year = {2010}}`,
      'Yew, Yann et al (eds) (2010) *The Hedgerow Reader*, Hawthorn, London',
    ],
    [
      'a chapter in a collection',
      `@incollection{inc1, author = {Rowan, Rose}, title = {Berries in Autumn}, booktitle = {The Hedgerow Reader}, editor = {Yew, Yann and Elm, Eva}, edition = {3rd}, series = {Rural Studies}, number = 4, volume = {1}, publisher = {Hawthorn}, address = {London}, pages = {1--9}, year = 2010, translator = {Ash, A}}`,
      'Rowan, Rose (2010) Berries in Autumn, in Yann Yew and Eva Elm (eds), *The Hedgerow Reader*, vol 1, translated by A Ash, 3rd edn, Rural Studies 4, Hawthorn, London, pp 1–9',
    ],
    [
      'a chapter that inherits its book',
      `@collection{coll1, editor = {Yew, Yann and Elm, Eva}, title = {Whose City?}, subtitle = {A Reader}, edition = {Second}, publisher = {Earthscan}, location = {London}, date = {2011}}
@incollection{inc2, crossref = {coll1}, author = {Oak, Olive}, title = {Whose street?}, pages = {33-51}}`,
      'Oak, Olive (2011) Whose street?, in Yann Yew and Eva Elm (eds), *Whose City? A Reader*, second edn, Earthscan, London, pp 33–51',
    ],
    [
      'a chapter of BibTeX, named by its number',
      `@inbook{inbook1, author = {Maple, M}, title = {The Sap}, chapter = {3}, pages = {40--60}, publisher = {Osier Press}, year = 1990}`,
      'Maple, M (1990) *The Sap*, Osier Press, ch 3, pp 40–60',
    ],
    [
      'a chapter in another author’s book',
      `@inbook{inbook2, author = {Maple, M}, title = {On Sap}, bookauthor = {Lime, L}, booktitle = {Trees}, booksubtitle = {Their Uses}, chapter = {Three}, publisher = {Osier Press}, location = {Leeds}, date = 1991}`,
      'Maple, M (1991) On Sap, in L Lime, *Trees: Their Uses*, Osier Press, Leeds, ch Three',
    ],
    [
      'a paper of a conference',
      `@inproceedings{proc1, author = {Pine, P}, title = {Needles}, booktitle = {Proceedings of the Third Forest Congress}, eventtitle = {Third Forest Congress}, venue = {Oslo}, eventdate = {2003-05-03/2003-05-05}, organization = {Forest Union}, pages = {7}, date = {2004}}`,
      'Pine, P (2004) Needles, in *Proceedings of the Third Forest Congress*, Oslo, 3–5 May 2003, Forest Union, p 7',
    ],
    [
      'an article with a DOI',
      `@article{art1, author = {Kamete, Amin Y}, title = {Interlocking livelihoods}, journal = {Environment and Urbanization}, volume = 10, number = 1, pages = {23--34}, year = 1998, month = apr, doi = {10.1177/095624789801000109}, url = {https://example.org/x}, urldate = {2003-01-02}}`,
      'Kamete, Amin Y (1998) Interlocking livelihoods, *Environment and Urbanization* 10:1, pp 23–34, https://doi.org/10.1177/095624789801000109',
    ],
    [
      'an article with its own number',
      `@article{art2, author = {Smit, W}, title = {Rural linkages}, journaltitle = {PLOS ONE}, volume = 10, issue = {Spring}, eid = {e0123}, date = {1999-03}}`,
      'Smit, W (1999) Rural linkages, *PLOS ONE* 10 (Spring), article e0123',
    ],
    [
      'an article in a magazine',
      `@article{art3, author = {Smit, W}, title = {Whose land?}, journaltitle = {Land Matters}, number = 14, date = {1999-03}, series = {newseries}, note = {in French}}`,
      'Smit, W (1999) Whose land?, *Land Matters*, new series, no 14, March, in French',
    ],
    [
      'an article in a newspaper',
      `@article{news1, author = {Toynbee, Polly}, title = {The towns that were forgotten}, journaltitle = {The Guardian}, date = {2003-03-12}, pages = {5}, entrysubtype = {newspaper}, url = {https://www.example.org/a_b}, urldate = {2003-10-01}}`,
      'Toynbee, Polly (2003) The towns that were forgotten, *The Guardian*, 12 March, p 5, https://www.example.org/a_b (accessed 1 October 2003)',
    ],
    [
      'one without an author',
      `@article{news2, title = {Minister resigns}, journal = {The Times}, year = 2003, month = mar, day = 4}`,
      'Minister resigns (2003), *The Times*, 4 March',
    ],
    [
      'a working paper on the web',
      `@report{rep1, author = {Hazel, Hugh}, title = {Coppice and Copse}, type = {Working Paper}, number = {7}, series = {Rural-Urban Series}, institution = {{Board of Woods and Forests}}, location = {Leeds}, date = {2003-03}, url = {https://example.org/coppice}, urldate = {2003-05-03}}`,
      'Hazel, Hugh (2003) *Coppice and Copse*, Working Paper 7, Rural-Urban Series, Board of Woods and Forests, Leeds, March, https://example.org/coppice (accessed 3 May 2003)',
    ],
    [
      'a paper of the House',
      `@techreport{rep2, author = {{International Development Committee}}, title = {Migration and Development}, number = {HC 79-I}, note = {Sixth Report of Session 2003--04}, institution = {House of Commons}, publisher = {The Stationery Office}, address = {London}, year = 2004}`,
      'International Development Committee (2004) *Migration and Development*, HC 79-I, House of Commons, The Stationery Office, London, Sixth Report of Session 2003–04',
    ],
    [
      'a command paper by its publisher',
      `@report{rep3, author = {{DFID}}, title = {Eliminating World Poverty}, type = {White Paper}, number = {Cm 5006}, institution = {DFID}, date = {2000}}`,
      'DFID (2000) *Eliminating World Poverty*, White Paper, Cm 5006',
    ],
    [
      'a yearly report in a series',
      `@techreport{rep4, author = {{World Bank}}, title = {World Development Report 2003}, institution = {World Bank}, address = {Washington, DC}, year = 2003, series = {World Development Report}, number = 26}`,
      'World Bank (2003) *World Development Report 2003*, World Development Report 26, Washington, DC',
    ],
    [
      'a report by nobody',
      `@report{rep5, title = {No author report}, institution = {{The Kennel Club}}, date = {2001}}`,
      '*No author report* (2001), The Kennel Club',
    ],
    [
      'a thesis',
      `@phdthesis{th1, author = {Thorn, T}, title = {Hedges in Law}, school = {University of Leeds}, year = 1999}`,
      'Thorn, T (1999) *Hedges in Law*, PhD thesis, University of Leeds',
    ],
    [
      'a thesis by BibLaTeX’s key',
      `@thesis{th2, author = {Thorn, U}, title = {Hedges Again}, type = {mathesis}, institution = {LSE}, location = {London}, date = {1999-07}}`,
      'Thorn, U (1999) *Hedges Again*, MA thesis, LSE, London',
    ],
    [
      'a page of the web',
      `@online{web1, author = {{Office for National Statistics}}, title = {Migration statistics}, date = {2003-05-06}, url = {https://www.ons.gov.uk/migration~stats/a%20b}, urldate = {2003-11-03}, version = {2.1}}`,
      'Office for National Statistics (2003) *Migration statistics*, version 2.1, 6 May, https://www.ons.gov.uk/migration~stats/a%20b (accessed 3 November 2003)',
    ],
    [
      'a page without author and year',
      `@online{web2, title = {About us}, organization = {Shelter}, url = {https://example.org/about}, urldate = {2003-11-03}}`,
      '*About us*, Shelter, https://example.org/about (accessed 3 November 2003)',
    ],
    [
      'an address in howpublished',
      String.raw`@misc{misc1, author = {Elm, E}, title = {Leaves of grass}, howpublished = {\url{https://example.org/leaves}}, year = 2002, note = {Accessed: 3 May 2003}}`,
      'Elm, E (2002) *Leaves of grass*, https://example.org/leaves, Accessed: 3 May 2003',
    ],
    [
      'a press release',
      `@misc{misc2, author = {{Home Office}}, title = {Minister welcomes report}, howpublished = {Press release}, year = 2003, month = {12 March}}`,
      'Home Office (2003) *Minister welcomes report*, Press release, 12 March',
    ],
    [
      'Hansard',
      `@misc{hans, author = {{Hansard}}, title = {Housing: debate}, series = {HC Deb}, volume = {410}, pages = {cols 15--20}, date = {2003-07-14}}`,
      'Hansard (2003) *Housing: debate*, HC Deb, vol 410, 14 July, cols 15–20',
    ],
    [
      'an unpublished paper',
      `@unpublished{unp1, author = {Dang, N A and Tacoli, C}, title = {Migration in Vietnam}, note = {Paper prepared for DFID, London}, year = 2003}`,
      'Dang, N A and C Tacoli (2003) Migration in Vietnam, Paper prepared for DFID, London',
    ],
    [
      'one that says nothing else',
      `@unpublished{unp2, author = {Dang, N A}, title = {Migration again}, year = {2003}}`,
      'Dang, N A (2003) Migration again, unpublished',
    ],
    [
      'a talk',
      `@unpublished{unp3, author = {Lee, L}, title = {A talk}, eventtitle = {Towns Conference}, venue = {Hull}, date = {2003-02-01}, howpublished = {Lecture}}`,
      'Lee, L (2003) A talk, Lecture, Towns Conference, Hull, 1 February',
    ],
    [
      'an Act',
      `@legislation{law1, title = {Housing Act}, date = {2004}, number = {c 34}}`,
      'Housing Act 2004, c 34',
    ],
    [
      'an Act with its year in its title',
      `@legislation{law2, title = {Localism Act 2011}, date = {2011}}`,
      'Localism Act 2011',
    ],
    [
      'a directive in an official journal',
      `@legislation{law4, title = {Council Directive 2003/86/EC on the right to family reunification}, journaltitle = {OJ}, series = {L}, number = {251}, pages = {12--18}, date = {2003}}`,
      'Council Directive 2003/86/EC on the right to family reunification, OJ L 251, pp 12–18',
    ],
    [
      'an Act under another type',
      `@misc{law5, title = {Water Industry Act 1991}, year = {1991}, howpublished = {c 56}}`,
      'Water Industry Act 1991, c 56',
    ],
    [
      'an Order under another type',
      `@book{law6, title = {Water (Charges) Order (Northern Ireland) 1999}, publisher = {The Stationery Office}, year = {1999}}`,
      'Water (Charges) Order (Northern Ireland) 1999, The Stationery Office',
    ],
    [
      'a report with a year in its title, which is no law',
      `@misc{law7, title = {Human Development Report 2002}, year = {2002}}`,
      '*Human Development Report 2002* (2002)',
    ],
    [
      'a book on an Act, which is no law',
      `@book{law8, author = {Elm, E}, title = {The Housing Act 1988}, year = {1989}}`,
      'Elm, E (1989) *The Housing Act 1988*',
    ],
    [
      'a report that says only that it is one',
      `@report{rep1, author = {{Board of Woods}}, title = {Coppice}, type = {report}, institution = {BW}, date = {2002}}`,
      'Board of Woods (2002) *Coppice*, BW',
    ],
    [
      'the same with a number',
      `@report{rep2, author = {{Board of Woods}}, title = {Coppice}, type = {report}, number = {5}, institution = {BW}, date = {2002}}`,
      'Board of Woods (2002) *Coppice*, Report 5, BW',
    ],
    [
      'an unpublished manuscript, in small letters',
      `@unpublished{unp4, author = {van der Berg, Piet}, title = {Notes on pumps}, note = {Unpublished manuscript}, year = {1995}}`,
      'van der Berg, Piet (1995) Notes on pumps, unpublished manuscript',
    ],
    [
      'a chapter in its author’s own book',
      `@inbook{own1, author = {Ruiz, M.}, title = {The Well-Diggers}, booktitle = {Dry Lands}, bookauthor = {Ruiz, M.}, date = {2004}, publisher = {Earthscan}, chapter = {4}}`,
      'Ruiz, M. (2004) The Well-Diggers, in *Dry Lands*, Earthscan, ch 4',
    ],
    [
      'a case whose number is its place in a report',
      `@jurisdiction{case4, title = {Donoghue v Stevenson}, date = {1932}, number = {AC 562}, institution = {House of Lords}}`,
      '*Donoghue v Stevenson* [1932] AC 562, House of Lords',
    ],
    [
      'a case whose number is that of its file',
      `@jurisdiction{case5, title = {Yildiz v Turkey}, date = {2004}, number = {App No 23}}`,
      '*Yildiz v Turkey* (2004), App No 23',
    ],
    [
      'a treaty',
      `@legal{treaty, title = {Convention relating to the Status of Refugees}, date = {1951-07-28}, note = {189 UNTS 137}}`,
      'Convention relating to the Status of Refugees (1951), 189 UNTS 137',
    ],
    [
      'a case with a neutral citation',
      `@jurisdiction{case1, title = {Smith v Jones}, number = {[2004] UKHL 1}, journaltitle = {AC}, volume = {2}, pages = {345}, institution = {House of Lords}, date = {2004}}`,
      '*Smith v Jones* [2004] UKHL 1, 2 AC 345, House of Lords',
    ],
    [
      'a case in a report by year',
      `@jurisdiction{case2, title = {R (Adam) v Home Secretary}, journaltitle = {AC}, pages = {396}, date = {2006}}`,
      '*R (Adam) v Home Secretary* [2006] AC 396',
    ],
    [
      'a case by its number',
      `@jurisdiction{case3, title = {Öneryıldız v Turkey}, number = {48939/99}, institution = {ECtHR}, date = {2004-11-30}}`,
      '*Öneryıldız v Turkey* (2004), No 48939/99, ECtHR',
    ],
    [
      'a forthcoming book',
      `@book{forth, author = {Later, L}, title = {To Come}, publisher = {Osier Press}, year = {forthcoming}}`,
      'Later, L (forthcoming) *To Come*, Osier Press',
    ],
    [
      'a book in press',
      `@book{press, author = {Later, L}, title = {Coming}, publisher = {Osier Press}, date = {2003}, pubstate = {inpress}}`,
      'Later, L (2003) *Coming*, Osier Press, in press',
    ],
    [
      'a work of many years',
      `@mvbook{mv, author = {Gibbon, E}, title = {Decline and Fall}, volumes = {6}, publisher = {Strahan}, location = {London}, date = {1776/1789}}`,
      'Gibbon, E (1776–1789) *Decline and Fall*, 6 vols, Strahan, London',
    ],
    [
      'a volume of it',
      `@book{vol, author = {Gibbon, E}, title = {The Antonines}, maintitle = {Decline and Fall}, volume = {1}, origdate = {1776}, publisher = {Strahan}, date = {1990}}`,
      'Gibbon, E (1990) *The Antonines*, vol 1 of *Decline and Fall*, Strahan, first published 1776',
    ],
    [
      'a lettered year',
      `@book{lett, author = {Webb, S}, title = {Parish and County}, publisher = {Longmans}, year = {1906a}}`,
      'Webb, S (1906a) *Parish and County*, Longmans',
    ],
    [
      'a dataset',
      `@dataset{data1, author = {{UK Data Archive}}, title = {Labour Force Survey}, type = {dataset}, number = {SN 4567}, version = {3rd edition}, publisher = {UKDA}, date = {2002}}`,
      'UK Data Archive (2002) *Labour Force Survey*, 3rd edition, dataset, SN 4567, UKDA',
    ],
    [
      'a letter without a year',
      `@letter{nodate, author = {Nemo, N}, title = {Undated letter}, url = {https://example.org/}}`,
      'Nemo, N, *Undated letter*, https://example.org/',
    ],
  ])('%s', (_, bibliography, written) => {
    const work = read(bibliography).at(-1);

    expect(work && inMarks(writeFullForm(work.entry, work.values))).toBe(written);
  });
});

describe('the short form', () => {
  it.each([
    ['a law', '@legislation{a, title = {Housing Act}, date = {2004}}', 'Housing Act 2004'],
    ['a work by nobody', '@online{a, title = {About us: Who we are}, date = {2004}}', '*About us* (2004)'],
    [
      'a chapter',
      '@inbook{a, author = {Oak, O}, title = {Acorns}, booktitle = {Trees}, date = 2001}',
      'Oak (2001) Acorns',
    ],
    [
      'an article of a newspaper that is no @article',
      '@misc{a, author = {Oak, O}, title = {Acorns}, journal = {Trees}, date = 2001}',
      'Oak (2001) Acorns',
    ],
    [
      'a lettered year',
      '@book{a, author = {Oak, O}, title = {Acorns}, year = {2001b}}',
      'Oak (2001b) *Acorns*',
    ],
    [
      'a work that is to come',
      '@book{a, author = {Oak, O}, title = {Acorns}, year = {forthcoming}}',
      'Oak (forthcoming) *Acorns*',
    ],
  ])('%s', (_, bibliography, written) => {
    const [work] = read(bibliography);

    expect(work && inMarks(writeShortForm(work.entry, work.values))).toBe(written);
  });
});

describe('the order of a list of works', () => {
  it('goes by each name, then by year and letter, and past the article of a body or a title', () => {
    const works = read(`
      @book{zed, author = {Smith, John}, title = {Zed}, year = 1990}
      @book{both, author = {Smith, Adam and Jones, J}, title = {Beta}, year = 1985}
      @book{others, author = {Smith, Adam and others}, title = {Alpha}, year = 1980}
      @book{b, author = {Smith, Adam}, title = {Alpha}, year = {1995b}}
      @book{a, author = {Smith, Adam}, title = {Omega}, year = {1995a}}
      @book{later, author = {Smith, Adam}, title = {Delta}, year = {forthcoming}}
      @book{smithson, author = {Smithson, A}, title = {Gamma}, year = 1970}
      @online{shelter, title = {A Shelter for all}, year = 2001}
      @book{bank, author = {{The World Bank}}, title = {Report}, year = 2001}
      @book{webb, author = {Webb, S}, title = {Counties}, year = 1906}
    `);

    expect(inListOrder(works).map(({entry}) => entry.key)).toEqual([
      'shelter',
      'a',
      'b',
      'later',
      'both',
      'others',
      'zed',
      'smithson',
      'webb',
      'bank',
    ]);
  });
});
