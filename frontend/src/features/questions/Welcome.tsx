/** The first visit: what this is in two sentences, and a script that shows it. */
export function Welcome() {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-words">
        <h1 id="welcome-title">Write an essay. Read it back marked.</h1>
        <p>
          Choose a question and write; you get a level, the sentences of yours that earned it, what went wrong
          and the one step that would gain most. What you write stays on this device until you hand it in.
        </p>
      </div>
      <figure className="specimen">
        <figcaption className="unseen">
          A marked script: one sentence is credited because it names who lost and what they did about it, and
          one is marked as an error, with the right date in the margin.
        </figcaption>
        <div aria-hidden="true" className="specimen-sheet">
          <p className="specimen-script">
            <b>1</b>
            <mark className="on-credited">
              Repeal of the Corn Laws in 1846 split Peel’s own party, because landowners feared for their
              rents, and within weeks the rebels helped to vote him out.
            </mark>{" "}
            <b className="is-error">2!</b>
            <mark className="on-error">Disraeli became prime minister at once</mark>, which shows how far the
            party had moved.
          </p>
          <ol className="specimen-margin">
            <li>
              <b>1</b> Party split, <em>developed</em>: a date, who lost, and what they did about it.
            </li>
            <li className="is-error">
              <b>2!</b> Russell did. Disraeli waited until 1868.
            </li>
          </ol>
        </div>
      </figure>
    </section>
  );
}
