import type { Block } from "../../../api/types";
import { Card } from "./Card";
import { CardMarked } from "./CardMarked";
import { Change } from "./Change";
import { Comparison } from "./Comparison";
import { Exemplar } from "./Exemplar";
import { Guide } from "./Guide";
import { Hint } from "./Hint";
import { Ledger } from "./Ledger";
import { Paragraph } from "./Paragraph";
import { Plan } from "./Plan";
import { Predict } from "./Predict";
import { Progress } from "./Progress";
import { Questions } from "./Questions";
import { Said } from "./Said";
import { Step } from "./Step";
import { Topic } from "./Topic";
import { Why } from "./Why";
import "./blocks.css";
import "./cards.css";
import "./ledger.css";
import "./reading.css";
import "./choices.css";
import "./progress.css";

/** One block of a reply. `current` is true in the last turn, where its buttons work. */
export function BlockView({ block, current }: { block: Block; current: boolean }) {
  switch (block.kind) {
    case "said":
      return <Said block={block} />;
    case "card":
      return <Card block={block} />;
    case "card_marked":
      return <CardMarked block={block} />;
    case "hint":
      return <Hint block={block} />;
    case "plan":
      return <Plan block={block} current={current} />;
    case "ledger":
      return <Ledger block={block} />;
    case "change":
      return <Change block={block} />;
    case "step":
      return <Step block={block} />;
    case "paragraph":
      return <Paragraph block={block} />;
    case "why":
      return <Why block={block} />;
    case "topic":
      return <Topic block={block} />;
    case "guide":
      return <Guide block={block} />;
    case "questions":
      return <Questions block={block} current={current} />;
    case "exemplar":
      return <Exemplar block={block} />;
    case "comparison":
      return <Comparison block={block} />;
    case "predict":
      return <Predict block={block} current={current} />;
    case "progress":
      return <Progress block={block} />;
  }
}
