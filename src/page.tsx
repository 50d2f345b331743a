/** The whole page, the same on the server side of the build and in the browser. */
export function Page() {
  return (
    <main>
      <h1>Why do neural networks need activation functions?</h1>
    </main>
  );
}
