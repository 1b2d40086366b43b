import type { SourceRef } from "../api/types";

/** What a factor rests on. */
export function Sources({ sources }: { sources: readonly SourceRef[] }) {
  if (!sources.length) return null;
  return (
    <p className="sources small quiet">
      Rests on{" "}
      {sources.map((source, index) => (
        <span key={`${source.source_id} ${source.place}`}>
          {index > 0 && "; "}
          <Place url={source.url}>{source.title}</Place>
          {source.place && `, ${source.place}`}
        </span>
      ))}
      .
    </p>
  );
}

/** A title, linked where it has an address on the web. */
export function Place({ url, children }: { url: string | null | undefined; children: string }) {
  if (!url || !/^https?:\/\//.test(url)) return children;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
