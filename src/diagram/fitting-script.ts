/**
 * One drawing in the HTML stands for several that differ in the values of their attributes only, most of them in their
 * numbers. The script right behind it knows how: it chooses by the width of the drawing's box. It goes before React comes,
 * which is to find only what it has drawn itself, and so does what is there for readers without scripts, right before.
 */

/** The drawing at `place` is for boxes narrower than `limits[place]`, px; they rise. All drawings are React's HTML. */
export function fittingScript(drawn: string, drawings: readonly string[], limits: readonly number[]): string {
  const tags = drawings.map(attributesOf);
  const base = attributesOf(drawn);
  if (tags.some(({ length }) => length !== base.length)) throw new Error('The drawings have not the same elements');
  /** By what to write, as JavaScript, the elements that it is written to. */
  const changes = new Map<string, number[]>();
  base.forEach((own, element) => {
    for (const name of new Set(tags.flatMap((drawing) => [...(drawing[element]?.keys() ?? [])]))) {
      const value = own.get(name);
      const values = tags.map((drawing) => drawing[element]?.get(name));
      if (values.every((other) => other === value)) continue;
      const change = `${JSON.stringify(name)},[${values.map((other) => changeOf(value, other)).join()}]`;
      changes.set(change, [...(changes.get(change) ?? []), element]);
    }
  });
  const list = [...changes].map(([change, elements]) => `[${change},${elements.join()}]`);
  return `${FIT}(${JSON.stringify(limits)},[${list.join()}])`;
}

/** Of each element in their order, without entities. */
function attributesOf(html: string): ReadonlyMap<string, string>[] {
  return [...html.matchAll(/<[a-z][^>]*>/g)].map(
    ([tag]) => new Map([...tag.matchAll(/ ([\w:-]+)="([^"&]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  );
}

const NUMBER = /-?\d[\d.]*/g;

/** JavaScript. 0: it stays. Its numbers, with a hole for each that stays, where it differs in them only. Null: it is not there. */
function changeOf(value: string | undefined, other: string | undefined): string {
  if (other === value) return '0';
  if (other === undefined) return 'null';
  const own = value?.match(NUMBER) ?? [];
  const isSameText = value?.replaceAll(NUMBER, '#') === other.replaceAll(NUMBER, '#');
  if (!isSameText) return JSON.stringify(other);
  const numbers = (other.match(NUMBER) ?? []).map((number, i) => (number === own[i] ? '' : String(Number(number))));
  return `[${numbers.join()}${numbers.at(-1) === '' ? ',' : ''}]`;
}

/** It waits until the page is laid out (index.html). Without a width there is nothing to choose by: a stage that is hidden. */
const FIT = `((limits,changes)=>{
const script=document.currentScript,picture=script.previousElementSibling;
const fit=()=>{
const width=picture.offsetWidth,place=limits.findIndex(limit=>width<limit);
const all=[picture,...picture.querySelectorAll('*')];
if(width)for(const[name,values,...elements]of changes){
const value=values[place];
let i=0;
if(value!==0)for(const at of elements){
const element=all[at];
if(value===null)element.removeAttribute(name);
else element.setAttribute(name,typeof value=='string'?value:element.getAttribute(name).replace(${NUMBER},number=>value[i++%value.length]??number));
}}
picture.previousElementSibling.remove();script.remove()};
typeof whenShown=='function'?whenShown(fit):fit()})`;
