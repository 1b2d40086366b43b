import { Bones } from "../../../ui/Bones";

export function DeskBones() {
  return (
    <div role="status">
      <span className="unseen">Fetching the question</span>
      <Bones widths={["30%", "80%", "50%"]} height="1.6rem" />
      <Bones widths={["100%"]} height="18rem" />
    </div>
  );
}
