/** What Firefox lets only its own code do. */
export { inFirefoxItself } from "../../../scripts/drive/privileged";
