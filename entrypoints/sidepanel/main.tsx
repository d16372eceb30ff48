import "../../src/views/style.css";
import { Panel } from "../../src/views/panel/panel";
import { adoptEntryStyle, draw, t } from "../../src/views/start";

adoptEntryStyle();
draw(<Panel t={t} />);
