// What a page saw last, for when it is opened while the daemon is away.

const STORED = 'plumbline.board';

export function keepBoard(board) {
  try {
    localStorage.setItem(STORED, JSON.stringify(board));
  } catch (error) {
    // The browser's store is full or closed: the page goes on without.
    console.warn(error);
  }
}

export function lastBoard() {
  try {
    return JSON.parse(localStorage.getItem(STORED));
  } catch {
    return null;
  }
}
