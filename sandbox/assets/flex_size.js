/** The lengths and proportions that LINE's Flex keywords stand for. */

const SPACING = { none: "0", xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px", xxl: "20px" };
const BORDER = { none: "0", light: "0.5px", normal: "1px", medium: "2px", "semi-bold": "3px", bold: "4px" };
const TEXT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
const IMAGE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220 };
const BUBBLE = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

const keyword = (table, value, unit = "") => {
  if (value === undefined || value === null) return null;
  return Object.hasOwn(table, value) ? `${table[value]}${unit}` : String(value);
};

export const spacing = (value) => keyword(SPACING, value);
export const corner = (value) => keyword(SPACING, value);
export const border = (value) => keyword(BORDER, value);
export const textSize = (value = "md") => keyword(TEXT, value, "px");
export const bubbleWidth = (value = "mega") => keyword(BUBBLE, value, "px");
export const imageWidth = (value = "md") => value === "full" ? "100%" : keyword(IMAGE, value, "px");

/** "20:13" as CSS writes it. */
export const proportion = (ratio = "1:1") => ratio.replace(":", " / ");

/** Where "start", "center" and "end" lie for flex boxes. */
export const across = (align) => ({ start: "flex-start", center: "center", end: "flex-end" })[align] ?? null;

/** Where "top", "center" and "bottom" lie for flex boxes. */
export const upright = (gravity) => ({ top: "flex-start", center: "center", bottom: "flex-end" })[gravity] ?? null;
