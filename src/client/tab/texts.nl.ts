export default {
  title: "Voor welke kern is dit tabblad?",
  body: "Kies de kern van dit team. Daarna drukt u op Opslaan.",
  chosen: "Dit tabblad toont {kern}. Druk op Opslaan om het toe te voegen.",
  other: "Andere kern kiezen",
};
