import { SOURCES, type SourceId } from '#words/chapter/sources.ts';

/** A source in short, as a link. */
export function Cite({ id }: { readonly id: SourceId }) {
  const { short, href, authors, title } = SOURCES[id];
  return (
    <a className="cite" href={href} title={`${authors}: ${title}`}>
      {`(${short})`}
    </a>
  );
}
