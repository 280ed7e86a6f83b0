// A web component that draws itself from the model, at most once a frame.

let shared = null;

export function provide(model) {
  shared = model;
}

export class Component extends HTMLElement {
  // Which of the model's events draw it again.
  static on = ['change'];
  #due = false;

  get model() {
    return shared;
  }

  connectedCallback() {
    for (const name of this.constructor.on) {
      this.model.addEventListener(name, () => this.drawSoon());
    }
    this.drawSoon();
  }

  drawSoon() {
    if (!this.#due) {
      this.#due = true;
      requestAnimationFrame(() => {
        this.#due = false;
        this.draw();
      });
    }
  }
}
