import { Bones } from "../../../ui/Bones";
import "./marking.css";

/** While the answer is being marked: the shape of the report to come. */
export function Marking({ words = "Reading your answer" }: { words?: string }) {
  return (
    <div className="marking" role="status">
      <p className="marking-words">{words}</p>
      <div aria-hidden="true" className="marking-shape">
        <div>
          <Bones widths={["92%", "55%"]} height="1.6rem" />
          <Bones widths={["30%"]} height="0.9rem" />
        </div>
        <Bones widths={["100%", "100%", "100%", "100%", "100%"]} height="1.7rem" />
        <Bones widths={["98%", "94%", "97%", "91%", "60%", "95%", "97%", "92%", "48%"]} />
        <Bones widths={["70%", "90%", "60%", "80%", "75%"]} height="1.4rem" />
      </div>
    </div>
  );
}
