import "../../src/views/style.css";
import { draw, t } from "../../src/views/start";
import { Welcome } from "../../src/views/welcome";

draw(<Welcome t={t} />);
