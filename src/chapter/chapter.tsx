/** The story below the stage: an article with figures beside the prose. */

// `React.lazy` asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default function Chapter() {
  return <article className="chapter" id="story" />;
}
