export { teamsLightTheme as default } from "@fluentui/react-components";
