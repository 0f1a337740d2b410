import type { DemoPhoto } from "./demo-content.ts";

/** What is to be seen on each picture in `photos/`, for those who do not see it. */
export const photoAlts: Readonly<Record<DemoPhoto, string>> = {
  "dike.jpg": "Dijk met huizen langs een brede rivier, een schip in de verte",
  "mill.jpg": "Molen aan een sloot, met riet op de voorgrond",
  "ferry.jpg": "Pont met twee auto's midden op de rivier",
  "playground.jpg": "Speeltuin met een schommel, een glijbaan en spelende kinderen",
  "bench.jpg": "Bank onder een knotwilg aan het water",
  "cycle-path.jpg": "Fietspad door het weiland met een fietser",
  "village-hall.jpg": "Dorpshuis met rode pannen en een fiets in het rek",
  "cows.jpg": "Koeien in een weiland met sloten en een kerktoren",
};
