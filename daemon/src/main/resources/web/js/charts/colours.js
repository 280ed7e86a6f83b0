// The colours of the style sheet, for what is drawn on a canvas.

let probe = null;

/** A custom property of the style sheet as a colour that a canvas takes. */
export function colour(name) {
  if (probe === null) {
    probe = document.createElement('span');
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** The same, so much see-through. */
export const faint = (name, opacity) => colour(name).replace(/^rgba?\(([^)]*)\)$/, (whole, parts) => `rgba(${parts.split(/[ ,/]+/).slice(0, 3).join(', ')}, ${opacity})`);
