export default {
  title: "For which village is this tab?",
  body: "Choose the village of this team. Then press Save.",
  chosen: "This tab shows {kern}. Press Save to add it.",
  other: "Choose another village",
};
